// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.
using System;
using System.Collections.Generic;

#nullable enable

namespace TorchSharp
{
    public static partial class torch
    {
        public static Tensor adjoint(Tensor input) => throw null!;
        public static Tensor argwhere(Tensor input) => throw null!;
        public static Tensor cat(IList<Tensor> tensors, long dim = 0) => throw null!;
        public static Tensor cat(Tensor[] tensors, long dim = 0) => throw null!;
        public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => throw null!;
        public static Tensor concat(IList<Tensor> tensors, long dim = 0) => throw null!;
        public static Tensor concat(Tensor[] tensors, long dim = 0) => throw null!;
        public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => throw null!;
        public static Tensor conj(Tensor input) => throw null!;
        public static Tensor[] chunk(Tensor input, long chunks, long dim = 0) => throw null!;
        public static Tensor[] dsplit(Tensor input, Tensor indices_or_sections) => throw null!;
        public static Tensor[] dsplit(Tensor input, long size) => throw null!;
        public static Tensor[] dsplit(Tensor input, long[] indices_or_sections) => throw null!;
        public static Tensor[] dsplit(Tensor input, (long, long) indices_or_sections) => throw null!;
        public static Tensor[] dsplit(Tensor input, (long, long, long) indices_or_sections) => throw null!;
        public static Tensor[] dsplit(Tensor input, (long, long, long, long) indices_or_sections) => throw null!;
        public static Tensor dstack(params Tensor[] tensors) => throw null!;
        public static Tensor dstack(IList<Tensor> tensors) => throw null!;
        public static Tensor dstack(ReadOnlySpan<Tensor> tensors) => throw null!;
        public static Tensor dstack(IEnumerable<Tensor> tensors) => throw null!;
        public static Tensor gather(Tensor input, long dim, Tensor index) => throw null!;
        public static Tensor gather(Tensor input, long dim, Tensor index, bool sparse_grad = false) => throw null!;
        public static Tensor[] hsplit(Tensor input, Tensor indices_or_sections) => throw null!;
        public static Tensor[] hsplit(Tensor input, long indices_or_sections) => throw null!;
        public static Tensor[] hsplit(Tensor input, long[] indices_or_sections) => throw null!;
        public static Tensor[] hsplit(Tensor input, (long, long) indices_or_sections) => throw null!;
        public static Tensor[] hsplit(Tensor input, (long, long, long) indices_or_sections) => throw null!;
        public static Tensor[] hsplit(Tensor input, (long, long, long, long) indices_or_sections) => throw null!;
        public static Tensor hstack(IList<Tensor> tensors) => throw null!;
        public static Tensor hstack(params Tensor[] tensors) => throw null!;
        public static Tensor hstack(IEnumerable<Tensor> tensors) => throw null!;
        public static Tensor hstack(ReadOnlySpan<Tensor> tensors) => throw null!;
        public static Tensor index_add(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) => throw null!;
        public static Tensor index_add_(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) => throw null!;
        public static Tensor index_copy(Tensor input, long dim, Tensor index, Tensor source) => throw null!;
        public static Tensor index_copy_(Tensor input, long dim, Tensor index, Tensor source) => throw null!;
        [System.Obsolete("not implemented", true)] public static Tensor index_reduce(Tensor input, long dim, Tensor index, Tensor source, Reduce reduce, bool include_self = true) => throw null!;
        public static Tensor index_select(Tensor input, long dim, Tensor index) => throw null!;
        public static Tensor masked_select(Tensor input, Tensor mask) => throw null!;
        public static Tensor movedim(Tensor input, long source, long destination) => throw null!;
        public static Tensor movedim(Tensor input, long[] source, long[] destination) => throw null!;
        public static Tensor moveaxis(Tensor input, long source, long destination) => throw null!;
        public static Tensor moveaxis(Tensor input, (long, long) source, (long, long) destination) => throw null!;
        public static Tensor moveaxis(Tensor input, (long, long, long) source, (long, long, long) destination) => throw null!;
        public static Tensor moveaxis(Tensor input, (long, long, long, long) source, (long, long, long, long) destination) => throw null!;
        public static Tensor moveaxis(Tensor input, long[] source, long[] destination) => throw null!;
        public static Tensor narrow(Tensor input, long dim, long start, long length) => throw null!;
        public static Tensor nonzero(Tensor input) => throw null!;
        public static Tensor permute(Tensor input, params long[] permutation) => throw null!;
        public static Tensor reshape(Tensor input, params long[] shape) => throw null!;
        public static Tensor select(Tensor input, long dim, long index) => throw null!;
        public static Tensor scatter(Tensor input, long dim, Tensor index, Tensor src) => throw null!;
        public static Tensor scatter_(Tensor input, long dim, Tensor index, Tensor src) => throw null!;
        public static Tensor diagonal_scatter(Tensor input, Tensor src, long offset = 0L, long dim1 = 0L, long dim2 = 1L) => throw null!;
        public static Tensor select_scatter(Tensor input, Tensor src, long dim, long index) => throw null!;
        public static Tensor slice_scatter(Tensor input, Tensor src, long dim = 0L, long? start = null, long? end = null, long step = 1L) => throw null!;
        public static Tensor scatter_add(Tensor input, long dim, Tensor index, Tensor src) => throw null!;
        public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0L) => throw null!;
        public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => throw null!;
        public static Tensor swapaxes(Tensor input, long axis0, long axis1) => throw null!;
        public static Tensor swapdims(Tensor input, long dim0, long dim1) => throw null!;
        public static Tensor t(Tensor input) => throw null!;
        public static Tensor take(Tensor input, Tensor index) => throw null!;
        public static Tensor take_along_dim(Tensor input, Tensor indices, long dim = 0L) => throw null!;
        public static Tensor take_along_dim(Tensor input, IEnumerable<long> indices, long dim = 0L) => throw null!;
        public static Tensor[] tensor_split(Tensor input, long indices_or_sections, long dim = 0L) => throw null!;
        public static Tensor[] tensor_split(Tensor input, long[] indices_or_sections, long dim = 0L) => throw null!;
        public static Tensor[] tensor_split(Tensor input, Tensor indices_or_sections, long dim = 0L) => throw null!;
        public static Tensor tile(Tensor input, long[] dims) => throw null!;
        public static Tensor transpose(Tensor input, long dim0, long dim1) => throw null!;
        public static Tensor[] unbind(Tensor input, long dim = 0L) => throw null!;
        public static Tensor unsqueeze(Tensor input, long dim) => throw null!;
        public static Tensor unsqueeze_(Tensor input, long dim) => throw null!;
        public static Tensor[] vsplit(Tensor input, long[] indices_or_sections) => throw null!;
        public static Tensor vstack(IList<Tensor> tensors) => throw null!;
        public static Tensor vstack(Tensor[] tensors) => throw null!;
        public static Tensor vstack(ReadOnlySpan<Tensor> tensors) => throw null!;
        public static Tensor where(Tensor condition, Tensor x, Tensor y) => throw null!;
        public static Tensor[] where(Tensor condition) => throw null!;
    }
}
