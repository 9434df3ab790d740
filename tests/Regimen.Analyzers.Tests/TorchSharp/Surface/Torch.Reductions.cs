// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.
using System;

#nullable enable

namespace TorchSharp
{
    public static partial class torch
    {
        public static Tensor argmax(Tensor input) => throw null!;
        public static Tensor argmax(Tensor input, long dim, bool keepdim = false) => throw null!;
        public static Tensor argmin(Tensor input) => throw null!;
        public static Tensor argmin(Tensor input, long dim, bool keepdim = false) => throw null!;
        public static Tensor amax(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) => throw null!;
        public static Tensor amax(Tensor input, ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => throw null!;
        public static Tensor amax(Tensor input, long[] dims) => throw null!;
        public static Tensor amin(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) => throw null!;
        public static Tensor amin(Tensor input, ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => throw null!;
        public static (Tensor min, Tensor max) aminmax(Tensor input, long? dim = null, bool keepdim = false) => throw null!;
        public static Tensor all(Tensor input) => throw null!;
        public static Tensor all(Tensor input, long dim, bool keepdim = false) => throw null!;
        public static Tensor any(Tensor input) => throw null!;
        public static Tensor any(Tensor input, long dim, bool keepdim = false) => throw null!;
        public static Tensor max(Tensor input) => throw null!;
        public static Tensor max(Tensor input, Tensor other) => throw null!;
        public static (Tensor values, Tensor indexes) max(Tensor input, long dim, bool keepdim = false) => throw null!;
        public static Tensor min(Tensor input) => throw null!;
        public static Tensor min(Tensor input, Tensor other) => throw null!;
        public static (Tensor values, Tensor indexes) min(Tensor input, long dim, bool keepdim = false) => throw null!;
        public static Tensor dist(Tensor input, Tensor other, float p = 2.0f) => throw null!;
        public static Tensor logsumexp(Tensor input, long dim, bool keepdim = false) => throw null!;
        public static Tensor mean(Tensor input) => throw null!;
        public static Tensor mean(Tensor input, long[] dimensions, bool keepdim = false, ScalarType? type = null) => throw null!;
        public static Tensor nanmean(Tensor input, int? dim = null, bool keepdim = false, ScalarType? dtype = null) => throw null!;
        public static Tensor median(Tensor input) => throw null!;
        public static Tensor nanmedian(Tensor input) => throw null!;
        public static (Tensor values, Tensor indices) mode(Tensor input, long dim = -1L, bool keepdim = false) => throw null!;
        public static Tensor norm(Tensor input, float p = 2.0f) => throw null!;
        public static Tensor norm(Tensor input, int dimension, bool keepdim = false, float p = 2.0f) => throw null!;
        public static Tensor nansum(Tensor input) => throw null!;
        public static Tensor quantile(Tensor input, Tensor q, long dim = -1, bool keepdim = false) => throw null!;
        public static Tensor nanquantile(Tensor input, Tensor q, long dim = -1, bool keepdim = false) => throw null!;
        public static Tensor prod(Tensor input, ScalarType? type = null) => throw null!;
        public static Tensor prod(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) => throw null!;
        public static Tensor std(Tensor input, bool unbiased = true) => throw null!;
        public static Tensor std(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
        public static Tensor std(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
        public static Tensor std(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
        public static Tensor std(Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
        public static (Tensor std, Tensor mean) std_mean(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
        public static (Tensor std, Tensor mean) std_mean(Tensor input, ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
        public static (Tensor std, Tensor mean) std_mean(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
        public static (Tensor std, Tensor mean) std_mean(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
        public static (Tensor std, Tensor mean) std_mean(Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
        public static Tensor sum(Tensor input, ScalarType? type = null) => throw null!;
        public static Tensor sum(Tensor input, ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => throw null!;
        public static Tensor sum(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) => throw null!;
        public static (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(Tensor input, bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) => throw null!;
        public static (Tensor output, Tensor? inverse_indices, Tensor? counts) unique_consecutive(Tensor input, bool return_inverse = false, bool return_counts = false, int? dim = null) => throw null!;
        public static Tensor var(Tensor input, bool unbiased = true) => throw null!;
        public static Tensor var(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
        public static Tensor var(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
        public static Tensor var(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
        public static Tensor var(Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
        public static (Tensor @var, Tensor mean) var_mean(Tensor input, bool unbiased = true) => throw null!;
        public static (Tensor @var, Tensor mean) var_mean(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
        public static (Tensor @var, Tensor mean) var_mean(Tensor input, ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
        public static (Tensor @var, Tensor mean) var_mean(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
        public static (Tensor @var, Tensor mean) var_mean(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
        public static (Tensor @var, Tensor mean) var_mean(Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
        public static Tensor count_nonzero(Tensor input, long[]? dims = null) => throw null!;
    }
}
