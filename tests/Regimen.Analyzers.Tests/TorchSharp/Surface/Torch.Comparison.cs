// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.

#nullable enable

namespace TorchSharp
{
#nullable disable
    public static partial class torch
    {
        public static bool allclose(Tensor tensor, Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) => throw null!;
        public static Tensor argsort(Tensor input, long dim = -1, bool descending = false) => throw null!;
        public static Tensor eq(Tensor left, Tensor right) => throw null!;
        public static Tensor equal(Tensor tensor, Tensor target) => throw null!;
        public static Tensor ge(Tensor left, Tensor right) => throw null!;
        public static Tensor greater_equal(Tensor tensor, Tensor target) => throw null!;
        public static Tensor gt(Tensor left, Tensor right) => throw null!;
        public static Tensor greater(Tensor tensor, Tensor target) => throw null!;
        public static Tensor isclose(Tensor tensor, Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) => throw null!;
        public static Tensor isfinite(Tensor tensor) => throw null!;
        public static Tensor isin(Tensor tensor, Tensor test_elements, bool assumeUnique = false, bool invert = false) => throw null!;
        public static Tensor isinf(Tensor tensor) => throw null!;
        public static Tensor isposinf(Tensor tensor) => throw null!;
        public static Tensor isneginf(Tensor tensor) => throw null!;
        public static Tensor isnan(Tensor input) => throw null!;
        public static Tensor isreal(Tensor tensor) => throw null!;
        public static (Tensor values, Tensor indices) kthvalue(Tensor input, long k, long? dim, bool keepdim = false) => throw null!;
        public static Tensor le(Tensor left, Tensor right) => throw null!;
        public static Tensor less_equal(Tensor tensor, Tensor target) => throw null!;
        public static Tensor lt(Tensor left, Tensor right) => throw null!;
        public static Tensor less(Tensor tensor, Tensor target) => throw null!;
        public static Tensor maximum(Tensor input, Tensor other) => throw null!;
        public static Tensor minimum(Tensor input, Tensor other) => throw null!;
        public static Tensor fmax(Tensor input, Tensor other) => throw null!;
        public static Tensor fmin(Tensor input, Tensor other) => throw null!;
        public static Tensor ne(Tensor left, Tensor right) => throw null!;
        public static Tensor not_equal(Tensor tensor, Tensor target) => throw null!;
        public static (Tensor values, Tensor indices) sort(Tensor input, long dim = -1, bool descending = false, bool stable = false) => throw null!;
        public static Tensor searchsorted(Tensor sorted_sequence, Tensor values, bool out_int32 = false, bool right = false, Tensor sorter = null) => throw null!;
        public static Tensor searchsorted(Tensor sorted_sequence, Scalar values, bool out_int32, bool right, Tensor sorter) => throw null!;
        public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, HistogramBinSelector bins, (double min, double max)? range = null, bool density = false) => throw null!;
        public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, Tensor bins, Tensor weight = null, bool density = false) => throw null!;
        public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, long bins, (double min, double max)? range = null, Tensor weight = null, bool density = false) => throw null!;
        public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, Tensor bins, out (Tensor hist, Tensor bin_edges) out_tensor) => throw null!;
        public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, Tensor bins, Tensor weight, bool density, out (Tensor hist, Tensor bin_edges) out_tensor) => throw null!;
        public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, long bins, out (Tensor hist, Tensor bin_edges) out_tensor) => throw null!;
        public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, long bins, (double min, double max)? range, out (Tensor hist, Tensor bin_edges) out_tensor) => throw null!;
        public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, long bins, (double min, double max)? range, Tensor weight, bool density, out (Tensor hist, Tensor bin_edges) out_tensor) => throw null!;
        public static (Tensor values, Tensor indices) topk(Tensor tensor, int k, int dim = -1, bool largest = true, bool sorted = true) => throw null!;
        public static Tensor msort(Tensor tensor) => throw null!;
    }
}
