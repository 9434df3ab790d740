// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

#nullable enable

namespace TorchSharp
{
    public static partial class torch
    {
        public enum ScalarType : sbyte { Byte = 0, Int8 = 1, Int16 = 2, Int32 = 3, Int64 = 4, Float16 = 5, Float32 = 6, Float64 = 7, ComplexFloat32 = 9, ComplexFloat64 = 10, Bool = 11, QInt8 = 12, QUInt8 = 13, QInt32 = 14, BFloat16 = 15 }
        public static FInfo finfo() => throw null!;
        public static FInfo finfo(ScalarType dtype) => throw null!;
        public static bool is_integral(ScalarType type) => throw null!;
        public static bool is_floating_point(ScalarType type) => throw null!;
        public static bool is_complex(ScalarType type) => throw null!;
        public static bool is_quantized(ScalarType type) => throw null!;
        public static long max_int_value(ScalarType type) => throw null!;
        public static bool is_integral(Tensor t) => throw null!;
        public static ScalarType @bool;
        public static ScalarType uint8;
        public static ScalarType int8;
        public static ScalarType int16;
        public static ScalarType int32;
        public static ScalarType int64;
        public static ScalarType bfloat16;
        public static ScalarType float16;
        public static ScalarType float32;
        public static ScalarType float64;
        public static ScalarType complex64;
        public static ScalarType complex128;
        public static ScalarType @short;
        public static ScalarType @int;
        public static ScalarType @long;
        public static ScalarType half;
        public static ScalarType @float;
        public static ScalarType @double;
        public static ScalarType cfloat;
        public static ScalarType cdouble;
        public static ScalarType qint8;
        public static ScalarType quint8;
        public static ScalarType qint32;
        public static DisposeScope NewDisposeScope() => throw null!;
        public static DisposeScope? CurrentDisposeScope { get => throw null!; }
        public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr) => throw null!;

        public partial class Tensor
        {
            public static Tensor UnsafeCreateTensor(IntPtr handle) => throw null!;
            public override bool Equals(object? obj) => throw null!;
            public override int GetHashCode() => throw null!;
            public string? name { get => throw null!; set => throw null!; }
            public void Dispose() => throw null!;
            protected virtual void Dispose(bool disposing) => throw null!;
            public bool IsInvalid { get => throw null!; }
            public torch.Tensor MoveToOuterDisposeScope() => throw null!;
            public torch.Tensor DetachFromDisposeScope() => throw null!;
            public torch.Tensor MoveToOtherDisposeScope(torch.Tensor other) => throw null!;
            public torch.Tensor MoveToOtherDisposeScope(DisposeScope? other) => throw null!;
            [System.Obsolete("The method name misspells 'Detach.' Use 'DetachFromDisposeScope' instead.", false)] public torch.Tensor DetatchFromDisposeScope() => throw null!;
            public IntPtr DecoupleFromNativeHandle() => throw null!;
            public static long TotalCount { get => throw null!; }
            public static long PeakCount { get => throw null!; }
            public IntPtr Handle { get => throw null!; }
            public long Dimensions { get => throw null!; }
            public long dim() => throw null!;
            public long ndim { get => throw null!; }
            public long NumberOfElements { get => throw null!; }
            public long numel() => throw null!;
            public long ElementSize { get => throw null!; }
            public long element_size() => throw null!;
            public bool is_integral() => throw null!;
            public bool is_floating_point() => throw null!;
            public bool is_complex() => throw null!;
            public bool is_quantized() => throw null!;
            public Tensor dequantize() => throw null!;
            public double q_scale() => throw null!;
            public long q_zero_point() => throw null!;
            public Tensor int_repr() => throw null!;
            public Tensor q_per_channel_scales() => throw null!;
            public Tensor q_per_channel_zero_points() => throw null!;
            public long q_per_channel_axis() => throw null!;
            public bool is_nonzero() => throw null!;
            public bool is_cuda { get => throw null!; }
            public bool is_meta { get => throw null!; }
            public bool is_leaf { get => throw null!; }
            public Tensor alias() => throw null!;
            public Storage<T> storage<T>() where T : unmanaged => throw null!;
            public long storage_offset() => throw null!;
            public Utils.TensorAccessor<T> data<T>() where T : unmanaged => throw null!;
            public T item<T>() where T : unmanaged => throw null!;
            public void WriteBytesToStream(Stream stream, int bufferSize = 1024) => throw null!;
            public void ReadBytesFromStream(Stream stream, int bufferSize = 1024) => throw null!;
            public Span<byte> bytes { get => throw null!; set => throw null!; }
            public Tensor real { get => throw null!; }
            public Tensor imag { get => throw null!; }
            public double ReadCpuDouble(long i) => throw null!;
            public float ReadCpuSingle(long i) => throw null!;
            public int ReadCpuInt32(long i) => throw null!;
            public long ReadCpuInt64(long i) => throw null!;
            public byte ReadCpuByte(long i) => throw null!;
            public sbyte ReadCpuSByte(long i) => throw null!;
            public short ReadCpuInt16(long i) => throw null!;
            public bool ReadCpuBool(long i) => throw null!;
            public T ReadCpuValue<T>(long i) where T : unmanaged => throw null!;
            public float ReadCpuFloat16(long i) => throw null!;
            public float ReadCpuBFloat16(long i) => throw null!;
            public Scalar ToScalar() => throw null!;
            public Tensor fill_(Scalar value) => throw null!;
            public ScalarType dtype { get => throw null!; }
            public torch.Device device { get => throw null!; }
            public int device_index { get => throw null!; }
            public DeviceType device_type { get => throw null!; }
            public bool is_sparse { get => throw null!; }
            public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) => throw null!;
            public static Tensor load(string location) => throw null!;
            public void save(string location) => throw null!;
            public bool requires_grad { get => throw null!; set => throw null!; }
            public Tensor requires_grad_(bool requires_grad = true) => throw null!;
            public void retain_grad() => throw null!;
            public Tensor with_requires_grad(bool requires_grad = true) => throw null!;
            public bool is_cpu() => throw null!;
            public Tensor cpu() => throw null!;
            public Tensor mps(bool non_blocking = false) => throw null!;
            public Tensor cuda(Device? device = null, bool non_blocking = false) => throw null!;
            public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) => throw null!;
            public Tensor type_as(Tensor tensor) => throw null!;
            public Tensor set_(Tensor source) => throw null!;
            public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) => throw null!;
            public Tensor to(ScalarType type, torch.Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) => throw null!;
            public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) => throw null!;
            public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) => throw null!;
            public Tensor to(torch.Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) => throw null!;
            public Tensor to(Tensor other, bool non_blocking = false) => throw null!;
            public Tensor type(Func<Tensor, Tensor> typeFunc) => throw null!;
            public Tensor type(ScalarType dtype) => throw null!;
            public long size(int dim) => throw null!;
            public long[] size() => throw null!;
            public long[] shape { get => throw null!; }
            public bool has_names() => throw null!;
            public string[] names { get => throw null!; }
            public Tensor rename(IEnumerable<string?>? names) => throw null!;
            public Tensor rename_(IEnumerable<string?>? names) => throw null!;
            public Tensor refine_names(IEnumerable<string> names) => throw null!;
            public Tensor refine_names(params string[] names) => throw null!;
            public Tensor SparseIndices { get => throw null!; }
            public Tensor SparseValues { get => throw null!; }
            public Tensor vander(long N = -1, bool increasing = false) => throw null!;
            public long[] stride() => throw null!;
            public long stride(int dim) => throw null!;
            public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0L) => throw null!;
            public void backward() => throw null!;
            public Tensor to_dense() => throw null!;
            public Tensor to_sparse() => throw null!;
            public Tensor to_sparse(int sparse_dim) => throw null!;
            public Tensor clone() => throw null!;
            public Tensor copy_(Tensor source, bool nonBlocking = false) => throw null!;
            public bool is_contiguous() => throw null!;
            public Tensor contiguous() => throw null!;
            public bool is_pinned() => throw null!;
            public Tensor pin_memory() => throw null!;
            public Tensor? grad { get => throw null!; set => throw null!; }
            public Tensor this[params TensorIndex[] indices] { get => throw null!; set => throw null!; }
            public Tensor this[params Tensor[] indices] { get => throw null!; set => throw null!; }
            public Tensor this[long i1] { get => throw null!; set => throw null!; }
            public Tensor this[long i1, long i2] { get => throw null!; set => throw null!; }
            public Tensor this[long i1, long i2, long i3] { get => throw null!; set => throw null!; }
            public Tensor this[long i1, long i2, long i3, long i4] { get => throw null!; set => throw null!; }
            public Tensor this[long i1, long i2, long i3, long i4, long i5] { get => throw null!; set => throw null!; }
            public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6] { get => throw null!; set => throw null!; }
            public Tensor this[params long[] indices] { get => throw null!; set => throw null!; }
            public Tensor index(params TensorIndex[] indices) => throw null!;
            public Tensor index(params Tensor[] indices) => throw null!;
            public Tensor index_put_(Tensor value, params TensorIndex[] indices) => throw null!;
            public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false) => throw null!;
            public Tensor index_put_(Tensor value, params Tensor[] indices) => throw null!;
            public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) => throw null!;
            public Tensor index_put_(Scalar value, params TensorIndex[] indices) => throw null!;
            public Tensor index_put_(Scalar value, params Tensor[] indices) => throw null!;
            public Tensor index_select(long dim, Tensor index) => throw null!;
            public Tensor select(long dim, long index) => throw null!;
            public Tensor take(Tensor index) => throw null!;
            public Tensor argwhere() => throw null!;
            public Tensor take_along_dim(Tensor indices) => throw null!;
            public Tensor take_along_dim(IEnumerable<long> indices) => throw null!;
            public Tensor take_along_dim(Tensor indices, long dim) => throw null!;
            public Tensor take_along_dim(IEnumerable<long> indices, long dim) => throw null!;
            public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) => throw null!;
            public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) => throw null!;
            public Tensor index_copy(long dim, Tensor index, Tensor source) => throw null!;
            public Tensor index_copy_(long dim, Tensor index, Tensor source) => throw null!;
            public Tensor index_fill(long dim, Tensor index, Scalar value) => throw null!;
            public Tensor index_fill_(long dim, Tensor index, Scalar value) => throw null!;
            public Tensor reshape(params long[] shape) => throw null!;
            public Tensor flatten(long start_dim = 0, long end_dim = -1) => throw null!;
            public Tensor flatten(IList<string?> dims, string out_dim) => throw null!;
            public Tensor unflatten(long dim, params long[] sizes) => throw null!;
            public Tensor unflatten(string dim, params (string, long)[] sizes) => throw null!;
            public Tensor align_to(IEnumerable<string> names) => throw null!;
            public Tensor align_to(params string[] names) => throw null!;
            public Tensor align_as(Tensor other) => throw null!;
            public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) => throw null!;
            public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique_consecutive(bool return_inverse = false, bool return_counts = false, int? dim = null) => throw null!;
            public Tensor unflatten(long dim, torch.Size sizes) => throw null!;
            public Tensor squeeze(long? dim = null) => throw null!;
            public Tensor squeeze_(long? dim = null) => throw null!;
            public Tensor t() => throw null!;
            public Tensor T { get => throw null!; }
            public Tensor H { get => throw null!; }
            public Tensor mT { get => throw null!; }
            public Tensor mH { get => throw null!; }
            public Tensor transpose(long dim0, long dim1) => throw null!;
            public Tensor transpose_(long dim0, long dim1) => throw null!;
            public Tensor threshold(Scalar threshold, Scalar value) => throw null!;
            public Tensor threshold_(Scalar threshold, Scalar value) => throw null!;
            public Tensor adjoint() => throw null!;
            public Tensor tril(long diagonal = 0) => throw null!;
            public Tensor tril_(long diagonal = 0) => throw null!;
            public Tensor triu(long diagonal = 0) => throw null!;
            public Tensor triu_(long diagonal = 0) => throw null!;
            public Tensor swapdims(long dim0, long dim1) => throw null!;
            public Tensor swapaxes(long dim0, long dim1) => throw null!;
            public Tensor view(params long[] shape) => throw null!;
            public Tensor view_as(Tensor other) => throw null!;
            public Tensor view_as_complex() => throw null!;
            public Tensor view_as_real() => throw null!;
            public Tensor all() => throw null!;
            public Tensor all(long dim, bool keepdim = false) => throw null!;
            public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) => throw null!;
            public Tensor amax(params long[] dims) => throw null!;
            public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => throw null!;
            public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => throw null!;
            public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) => throw null!;
            public Tensor amin(params long[] dims) => throw null!;
            public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) => throw null!;
            public Tensor any() => throw null!;
            public Tensor any(long dim, bool keepdim = false) => throw null!;
            public Tensor argmax() => throw null!;
            public Tensor argmax(long dim, bool keepdim = false) => throw null!;
            public Tensor argmin() => throw null!;
            public Tensor argmin(long dim, bool keepdim = false) => throw null!;
            public Tensor argsort(long dim = -1, bool descending = false) => throw null!;
            public Tensor deg2rad() => throw null!;
            public Tensor deg2rad_() => throw null!;
            public Tensor rad2deg() => throw null!;
            public Tensor rad2deg_() => throw null!;
            public Tensor copysign(Tensor other) => throw null!;
            public Tensor copysign_(Tensor other) => throw null!;
            public Tensor count_nonzero(long[]? dims = null) => throw null!;
            public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null) => throw null!;
            public Tensor corrcoef() => throw null!;
            public Tensor tile(long[] reps) => throw null!;
            public Tensor digamma() => throw null!;
            public Tensor digamma_() => throw null!;
            public Tensor lgamma() => throw null!;
            public Tensor lgamma_() => throw null!;
            public Tensor mvlgamma(long p) => throw null!;
            public Tensor mvlgamma_(long p) => throw null!;
            public Tensor polygamma(long p) => throw null!;
            public Tensor polygamma_(long p) => throw null!;
            public Tensor positive() => throw null!;
            public Tensor softmax(long dim, ScalarType? dtype = null) => throw null!;
            public Tensor softplus(double beta = 1, double threshold = 20) => throw null!;
            public Tensor ravel() => throw null!;
            public Tensor relu() => throw null!;
            public Tensor relu_() => throw null!;
            public Tensor relu6() => throw null!;
            public Tensor relu6_() => throw null!;
            private const double one_eighth = 1.0 / 8.0;
            private const double one_third = 1.0 / 3.0;
            public Tensor rrelu(double lower = one_eighth, double upper = one_third) => throw null!;
            public Tensor rrelu_(double lower = one_eighth, double upper = one_third) => throw null!;
            public Tensor celu() => throw null!;
            public Tensor celu_() => throw null!;
            public Tensor celu(Scalar alpha) => throw null!;
            public Tensor celu_(Scalar alpha) => throw null!;
            public Tensor elu(double alpha = 1) => throw null!;
            public Tensor elu_(double alpha = 1) => throw null!;
            public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) => throw null!;
            public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale) => throw null!;
            public Tensor gelu() => throw null!;
            public Tensor gelu(Modules.GELU.Approximate approximate) => throw null!;
            public Tensor gelu_() => throw null!;
            public Tensor gelu_(Modules.GELU.Approximate approximate) => throw null!;
            public Tensor glu(long dim = -1) => throw null!;
            public Tensor hardsigmoid() => throw null!;
            public Tensor hardsigmoid_() => throw null!;
            public Tensor hardswish() => throw null!;
            public Tensor hardswish_() => throw null!;
            public Tensor hardtanh(Scalar min, Scalar max) => throw null!;
            public Tensor hardtanh_(Scalar min, Scalar max) => throw null!;
            public Tensor heaviside(Tensor other) => throw null!;
            public Tensor heaviside_(Tensor other) => throw null!;
            public Tensor igamma(Tensor other) => throw null!;
            public Tensor igammac(Tensor other) => throw null!;
            public Tensor i0() => throw null!;
            public Tensor i0_() => throw null!;
            public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) => throw null!;
            public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) => throw null!;
            public Tensor isinf() => throw null!;
            public Tensor isfinite() => throw null!;
            public Tensor isposinf() => throw null!;
            public Tensor isneginf() => throw null!;
            public Tensor isnan() => throw null!;
            public Tensor isreal() => throw null!;
            public Tensor leaky_relu(Scalar negative_slope) => throw null!;
            public Tensor leaky_relu_(Scalar negative_slope) => throw null!;
            public Tensor selu() => throw null!;
            public Tensor selu_() => throw null!;
            public Tensor silu() => throw null!;
            public Tensor silu_() => throw null!;
            public Tensor log_sigmoid() => throw null!;
            public Tensor lerp(Tensor end, Tensor weight) => throw null!;
            public Tensor lerp_(Tensor end, Tensor weight) => throw null!;
            public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => throw null!;
            public Tensor bmm(Tensor batch2) => throw null!;
            public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false) => throw null!;
            public Tensor bincount(Tensor? weights, long minlength = 0) => throw null!;
            public Tensor @bool() => throw null!;
            public Tensor @byte() => throw null!;
            public Tensor @char() => throw null!;
            public Tensor @short() => throw null!;
            public Tensor @int() => throw null!;
            public Tensor @long() => throw null!;
            public Tensor half() => throw null!;
            public Tensor bfloat16() => throw null!;
            public Tensor @float() => throw null!;
            public Tensor @double() => throw null!;
            public Tensor cfloat() => throw null!;
            public Tensor cdouble() => throw null!;
            public Tensor channel_shuffle(long groups) => throw null!;
            public Tensor clamp(Scalar? min = null, Scalar? max = null) => throw null!;
            public Tensor clamp(Tensor? min = null, Tensor? max = null) => throw null!;
            public Tensor clip(Scalar? min = null, Scalar? max = null) => throw null!;
            public Tensor clamp_(Scalar? min = null, Scalar? max = null) => throw null!;
            public Tensor clamp_(Tensor? min = null, Tensor? max = null) => throw null!;
            public Tensor clamp_max(Scalar max) => throw null!;
            public Tensor clamp_max_(Scalar max) => throw null!;
            public Tensor clamp_min(Scalar min) => throw null!;
            public Tensor clamp_min_(Scalar min) => throw null!;
            public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) => throw null!;
            public Tensor diag(long diagonal = 0) => throw null!;
            public Tensor trace() => throw null!;
            public Tensor diag_embed(long offset = 0L, long dim1 = -2L, long dim2 = -1L) => throw null!;
            public Tensor diagflat(long offset = 0) => throw null!;
            public Tensor diagonal(long offset = 0L, long dim1 = 0L, long dim2 = 1L) => throw null!;
            public Tensor erf() => throw null!;
            public Tensor erf_() => throw null!;
            public Tensor erfc() => throw null!;
            public Tensor erfc_() => throw null!;
            public Tensor erfinv() => throw null!;
            public Tensor erfinv_() => throw null!;
            public Tensor eq(Tensor target) => throw null!;
            public Tensor equal(Tensor target) => throw null!;
            public Tensor eq_(Tensor target) => throw null!;
            public Tensor eq(Scalar target) => throw null!;
            public Tensor eq_(Scalar target) => throw null!;
            public bool Equals(Tensor target) => throw null!;
            public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) => throw null!;
            public Tensor ge(Tensor target) => throw null!;
            public Tensor greater_equal(Tensor target) => throw null!;
            public Tensor ge_(Tensor target) => throw null!;
            public Tensor ge(Scalar target) => throw null!;
            public Tensor ge_(Scalar target) => throw null!;
            public Tensor gt(Tensor target) => throw null!;
            public Tensor greater(Tensor target) => throw null!;
            public Tensor gt_(Tensor target) => throw null!;
            public Tensor gt(Scalar target) => throw null!;
            public Tensor gt_(Scalar target) => throw null!;
            public Tensor kron(Tensor other) => throw null!;
            public Tensor lcm(Tensor other) => throw null!;
            public Tensor lcm_(Tensor other) => throw null!;
            public Tensor ldexp(Tensor other) => throw null!;
            public Tensor ldexp_(Tensor other) => throw null!;
            public Tensor le(Tensor target) => throw null!;
            public Tensor less_equal(Tensor target) => throw null!;
            public Tensor le_(Tensor target) => throw null!;
            public Tensor less_equal_(Tensor target) => throw null!;
            public Tensor le(Scalar target) => throw null!;
            public Tensor le_(Scalar target) => throw null!;
            public Tensor lt(Tensor target) => throw null!;
            public Tensor less(Tensor target) => throw null!;
            public Tensor lt_(Tensor target) => throw null!;
            public Tensor lt(Scalar target) => throw null!;
            public Tensor lt_(Scalar target) => throw null!;
            public Tensor masked_fill(Tensor mask, Scalar value) => throw null!;
            public Tensor masked_fill_(Tensor mask, Scalar value) => throw null!;
            public Tensor masked_scatter(Tensor mask, Tensor value) => throw null!;
            public Tensor masked_scatter_(Tensor mask, Tensor value) => throw null!;
            public Tensor masked_select(Tensor mask) => throw null!;
            public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) => throw null!;
            public Tensor[] unbind(long dimension = 0L) => throw null!;
            public Tensor unfold(long dimension, long size, long step) => throw null!;
            public Tensor[] split(long size, int dim = 0) => throw null!;
            public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => throw null!;
            public Tensor[] split(long[] sizes, long dim = 0) => throw null!;
            public Tensor[] split(params long[] sizes) => throw null!;
            public Tensor[] tensor_split(long size, long dim = 0L) => throw null!;
            public Tensor[] tensor_split(long[] sizes, long dim = 0L) => throw null!;
            public Tensor[] tensor_split(Tensor indices, long dim = 0L) => throw null!;
            public Tensor[] vsplit(long size) => throw null!;
            public Tensor[] vsplit(params long[] sizes) => throw null!;
            public Tensor[] vsplit(Tensor indices) => throw null!;
            public Tensor[] hsplit(long size) => throw null!;
            public Tensor[] hsplit(params long[] sizes) => throw null!;
            public Tensor[] hsplit(Tensor indices) => throw null!;
            public Tensor[] dsplit(long size) => throw null!;
            public Tensor[] dsplit((long, long) indices_or_sections) => throw null!;
            public Tensor[] dsplit((long, long, long) indices_or_sections) => throw null!;
            public Tensor[] dsplit((long, long, long, long) indices_or_sections) => throw null!;
            public Tensor[] dsplit(params long[] sizes) => throw null!;
            public Tensor[] dsplit(Tensor indices) => throw null!;
            public Tensor[] chunk(long chunks, long dim = 0L) => throw null!;
            public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false) => throw null!;
            [System.Obsolete("use torch.kthvalue", false)] public static (Tensor values, Tensor indices) kthvalue(Tensor input, long k, long? dim, bool keepdim = false) => throw null!;
            public Tensor max() => throw null!;
            public Tensor maximum(Tensor other) => throw null!;
            public Tensor max(Tensor other) => throw null!;
            public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => throw null!;
            public Tensor mean() => throw null!;
            public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) => throw null!;
            public Tensor nanquantile(Tensor q, long dim = -1, bool keepdim = false) => throw null!;
            public (Tensor values, Tensor indices) mode(long dim = -1L, bool keepdim = false) => throw null!;
            public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => throw null!;
            public Tensor median() => throw null!;
            public Tensor min() => throw null!;
            public Tensor min(Tensor other) => throw null!;
            public Tensor minimum(Tensor other) => throw null!;
            public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => throw null!;
            public Tensor msort() => throw null!;
            public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) => throw null!;
            public Tensor ne(Tensor target) => throw null!;
            public Tensor not_equal(Tensor target) => throw null!;
            public Tensor ne_(Tensor target) => throw null!;
            public Tensor not_equal_(Tensor target) => throw null!;
            public Tensor ne(Scalar target) => throw null!;
            public Tensor ne_(Scalar target) => throw null!;
            public Tensor dist(Tensor other, float p = 2.0f) => throw null!;
            public Tensor norm(float p = 2.0f) => throw null!;
            public Tensor norm(int dim, bool keepdim = false, float p = 2.0f) => throw null!;
            public Tensor outer(Tensor vec2) => throw null!;
            public Tensor ger(Tensor vec2) => throw null!;
            public Tensor inner(Tensor vec2) => throw null!;
            public Tensor inverse() => throw null!;
            public Tensor prelu(Tensor target) => throw null!;
            public Tensor fmax(Tensor other) => throw null!;
            public Tensor fmin(Tensor other) => throw null!;
            public Tensor renorm(float p, long dim, float maxnorm) => throw null!;
            public Tensor sigmoid() => throw null!;
            public Tensor sigmoid_() => throw null!;
            public Tensor std(bool unbiased = true) => throw null!;
            public Tensor var(bool unbiased = true) => throw null!;
            public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
            public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
            public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
            public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
            public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
            public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
            public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
            public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
            public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
            public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
            public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => throw null!;
            public (Tensor @var, Tensor mean) var_mean(bool unbiased = true) => throw null!;
            public (Tensor std, Tensor mean) std_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
            public (Tensor std, Tensor mean) var_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
            public (Tensor std, Tensor mean) std_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
            public (Tensor std, Tensor mean) var_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
            public (Tensor std, Tensor mean) std_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
            public (Tensor @var, Tensor mean) var_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
            public (Tensor std, Tensor mean) std_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
            public (Tensor @var, Tensor mean) var_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
            public (Tensor std, Tensor mean) std_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
            public (Tensor @var, Tensor mean) var_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => throw null!;
            public Tensor prod(ScalarType? type = null) => throw null!;
            public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => throw null!;
            public Tensor sum(ScalarType? type = null) => throw null!;
            public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => throw null!;
            public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => throw null!;
            public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => throw null!;
            public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => throw null!;
            public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) => throw null!;
            public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => throw null!;
            public Tensor expand(Size sizes, bool isImplicit = false) => throw null!;
            public Tensor expand(long[] sizes, bool isImplicit = false) => throw null!;
            public Tensor expand_as(Tensor other) => throw null!;
            public Tensor expand(params long[] sizes) => throw null!;
            public Tensor repeat(params long[] sizes) => throw null!;
            public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) => throw null!;
            public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) => throw null!;
            public Tensor broadcast_to(params long[] shape) => throw null!;
            public Tensor movedim(long[] source, long[] destination) => throw null!;
            public Tensor moveaxis(long[] source, long[] destination) => throw null!;
            public Tensor randn_out(params long[] sizes) => throw null!;
            public Tensor rand_out(params long[] sizes) => throw null!;
            public Tensor randint_out(long high, long[] sizes) => throw null!;
            public Tensor rand_like(ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor randn_like(ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor randint_like(long low, long high, ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            [System.Obsolete("This doesn't exist in PyTorch.")] public Tensor randperm_out(long n) => throw null!;
            public Tensor bernoulli(torch.Generator? generator = null) => throw null!;
            public Tensor multinomial(long num_samples, bool replacement = false, torch.Generator? generator = null) => throw null!;
            public Tensor poisson(torch.Generator? generator = null) => throw null!;
            public Tensor bernoulli_(double p = 0.5, torch.Generator? generator = null) => throw null!;
            public Tensor bernoulli_(Tensor p, torch.Generator? generator = null) => throw null!;
            public Tensor binomial(Tensor prob, torch.Generator? generator = null) => throw null!;
            public Tensor cauchy_(double median = 0.0, double sigma = 1.0, torch.Generator? generator = null) => throw null!;
            public Tensor exponential_(double lambda = 1.0, torch.Generator? generator = null) => throw null!;
            public Tensor geometric_(double p, torch.Generator? generator = null) => throw null!;
            public Tensor normal_(double mean = 0.0, double std = 1.0, torch.Generator? generator = null) => throw null!;
            public Tensor log_normal_(double mean = 0.0, double std = 1.0, torch.Generator? generator = null) => throw null!;
            public Tensor random_(double from, double to, torch.Generator? generator = null) => throw null!;
            public Tensor uniform_(double from, double to, torch.Generator? generator = null) => throw null!;
            public Tensor arange_out(Scalar start, Scalar stop, Scalar step) => throw null!;
            public Tensor permute(params long[] permutation) => throw null!;
            public Tensor permute(IEnumerable<long> permutation) => throw null!;
            public Tensor ones(params long[] sizes) => throw null!;
            public Tensor new_ones(long size, torch.ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor new_ones(long rows, long columns, torch.ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor new_ones(long dim0, long dim1, long dim2, torch.ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor new_ones(long dim0, long dim1, long dim2, long dim3, torch.ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor zeros(params long[] sizes) => throw null!;
            public Tensor zero_() => throw null!;
            public Tensor new_zeros(long[] size, torch.ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor new_zeros(ReadOnlySpan<long> size, torch.ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor new_zeros(long size, torch.ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor new_zeros(long rows, long columns, torch.ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor new_zeros(long dim0, long dim1, long dim2, torch.ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor new_zeros(long dim0, long dim1, long dim2, long dim3, torch.ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor zeros_like(ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor ones_like(ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor new_empty(long[] size, torch.ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor new_empty(ReadOnlySpan<long> size, torch.ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor new_empty(long size, torch.ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor new_empty(long rows, long columns, torch.ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor new_empty(long dim0, long dim1, long dim2, torch.ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor new_empty(long dim0, long dim1, long dim2, long dim3, torch.ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor empty(params long[] sizes) => throw null!;
            public Tensor empty_like(ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor full(long[] sizes, Scalar value) => throw null!;
            public Tensor full(ReadOnlySpan<long> sizes, Scalar value) => throw null!;
            public Tensor new_full(long[] size, Scalar value, torch.ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor new_full(ReadOnlySpan<long> size, Scalar value, torch.ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor new_full(long size, Scalar value, torch.ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor new_full(long rows, long columns, Scalar value, torch.ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor new_full(long dim0, long dim1, long dim2, Scalar value, torch.ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor new_full(long dim0, long dim1, long dim2, long dim3, Scalar value, torch.ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor full_like(Scalar value, ScalarType? dtype = null, torch.Device? device = null, bool requires_grad = false) => throw null!;
            public Tensor detach() => throw null!;
            public Tensor detach_() => throw null!;
            public Tensor eye(long rows, long columns) => throw null!;
            public Tensor scatter(long dim, Tensor index, Tensor src) => throw null!;
            public Tensor scatter_(long dim, Tensor index, Tensor src) => throw null!;
            public Tensor scatter_add(long dim, Tensor index, Tensor src) => throw null!;
            public Tensor scatter_add_(long dim, Tensor index, Tensor src) => throw null!;
            public Tensor diagonal_scatter(Tensor src, long offset = 0L, long dim1 = 0L, long dim2 = 1L) => throw null!;
            public Tensor select_scatter(Tensor src, long dim, long index) => throw null!;
            public Tensor slice_scatter(Tensor src, long dim = 0L, long? start = null, long? end = null, long step = 1L) => throw null!;
            public Tensor gather(long dim, Tensor index) => throw null!;
            public Tensor flip(params long[] dims) => throw null!;
            public Tensor fliplr() => throw null!;
            public Tensor flipud() => throw null!;
            public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null) => throw null!;
            public Tensor nanmedian() => throw null!;
            public Tensor nansum() => throw null!;
            public Tensor nan_to_num(double nan = 0d, double? posinf = null, double? neginf = null) => throw null!;
            public Tensor nan_to_num_(double nan = 0d, double? posinf = null, double? neginf = null) => throw null!;
            public Tensor nextafter(Tensor other) => throw null!;
            public Tensor nextafter_(Tensor other) => throw null!;
            public Tensor narrow(long dim, long start, long length) => throw null!;
            public Tensor nonzero() => throw null!;
            public IList<Tensor> nonzero_as_list() => throw null!;
            public Tensor roll(long shifts, long? dims = null) => throw null!;
            public Tensor roll((long, long) shifts, (long, long) dims) => throw null!;
            public Tensor roll(long[] shifts, long[] dims) => throw null!;
            public Tensor roll(long[] shifts) => throw null!;
            public Tensor rot90(long k = 1, (long, long)? dims = null) => throw null!;
            public Tensor roll((long, long, long) shifts, (long, long, long) dims) => throw null!;
            public Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) => throw null!;
            public Tensor slice(long dim, long start, long finish, long step) => throw null!;
            public Tensor unsqueeze(long dim) => throw null!;
            public Tensor unsqueeze_(long dim) => throw null!;
            public Tensor where(Tensor condition, Tensor y) => throw null!;
            public static Tensor operator ==(Tensor left, Tensor right) => throw null!;
            public static Tensor operator ==(Tensor left, Scalar right) => throw null!;
            public static Tensor operator ==(Scalar left, Tensor right) => throw null!;
            public static Tensor operator !=(Tensor left, Tensor right) => throw null!;
            public static Tensor operator !=(Tensor left, Scalar right) => throw null!;
            public static Tensor operator !=(Scalar left, Tensor right) => throw null!;
            public static Tensor operator <(Tensor left, Tensor right) => throw null!;
            public static Tensor operator <(Tensor left, Scalar right) => throw null!;
            public static Tensor operator <(Scalar left, Tensor right) => throw null!;
            public static Tensor operator <=(Tensor left, Tensor right) => throw null!;
            public static Tensor operator <=(Tensor left, Scalar right) => throw null!;
            public static Tensor operator <=(Scalar left, Tensor right) => throw null!;
            public static Tensor operator>(Tensor left, Tensor right) => throw null!;
            public static Tensor operator>(Tensor left, Scalar right) => throw null!;
            public static Tensor operator>(Scalar left, Tensor right) => throw null!;
            public static Tensor operator >=(Tensor left, Tensor right) => throw null!;
            public static Tensor operator >=(Tensor left, Scalar right) => throw null!;
            public static Tensor operator >=(Scalar left, Tensor right) => throw null!;
            public static implicit operator Tensor(byte value) => throw null!;
            public static implicit operator Tensor(sbyte value) => throw null!;
            public static implicit operator Tensor(short value) => throw null!;
            public static implicit operator Tensor(int value) => throw null!;
            public static implicit operator Tensor(long value) => throw null!;
            public static implicit operator Tensor(float value) => throw null!;
            public static implicit operator Tensor(double value) => throw null!;
            public static implicit operator Tensor(bool value) => throw null!;
            public static implicit operator Tensor((float, float) value) => throw null!;
            public static implicit operator Tensor(byte[] value) => throw null!;
            public static implicit operator Tensor(sbyte[] value) => throw null!;
            public static implicit operator Tensor(short[] value) => throw null!;
            public static implicit operator Tensor(int[] value) => throw null!;
            public static implicit operator Tensor(long[] value) => throw null!;
            public static implicit operator Tensor(float[] value) => throw null!;
            public static implicit operator Tensor(double[] value) => throw null!;
            public static implicit operator Tensor(bool[] value) => throw null!;
            public static implicit operator Tensor((float, float)[] value) => throw null!;
            public static implicit operator Tensor(Scalar scalar) => throw null!;
            public static Tensor op_MinusMinusGreater(Tensor t, torch.nn.Module<Tensor, Tensor> m) => throw null!;
            public override string ToString() => throw null!;
            public string ToString(bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) => throw null!;
            public string ToString(TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) => throw null!;
            public object tolist() => throw null!;
            public static explicit operator float (Tensor value) => throw null!;
            public static explicit operator double (Tensor value) => throw null!;
            public static explicit operator sbyte (Tensor value) => throw null!;
            public static explicit operator byte (Tensor value) => throw null!;
            public static explicit operator short (Tensor value) => throw null!;
            public static explicit operator int (Tensor value) => throw null!;
            public static explicit operator long (Tensor value) => throw null!;
            public static explicit operator bool (Tensor value) => throw null!;
            public static Tensor block_diag(params Tensor[] tensors) => throw null!;
            public Tensor atleast_1d() => throw null!;
            public Tensor atleast_2d() => throw null!;
            public Tensor atleast_3d() => throw null!;
            public Tensor stft(long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true, PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null, bool? return_complex = null) => throw null!;
            public Tensor istft(long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true, bool normalized = false, bool? onesided = null, long length = -1, bool return_complex = false) => throw null!;
        }

        public struct TensorIndex
        {
            static public TensorIndex Slice(long? start = null, long? stop = null, long? step = null) => throw null!;
            static public TensorIndex Slice((int? start, int? end) range) => throw null!;
            static public TensorIndex Slice(System.Range range) => throw null!;
            static public TensorIndex Bool(bool value) => throw null!;
            static public TensorIndex Single(long? index) => throw null!;
            static public TensorIndex Tensor(Tensor tensor) => throw null!;
            static public TensorIndex Ellipsis;
            static public TensorIndex None;
            static public TensorIndex Null;
            static public TensorIndex Colon;
            public static implicit operator TensorIndex(long value) => throw null!;
            public static implicit operator Tensor(TensorIndex value) => throw null!;
            public static implicit operator TensorIndex((int? start, int? end) range) => throw null!;
            public static implicit operator TensorIndex(System.Range range) => throw null!;
            public static implicit operator TensorIndex(System.Index index) => throw null!;
        }

        public struct FInfo
        {
            public int bits;
            public double eps;
            public double max;
            public double min;
            public double tiny;
            public double smallest_normal;
            public double resolution;
        }

#nullable disable
        public abstract class Storage
        {
            protected Storage() => throw null!;
            protected Storage(Tensor tensor) => throw null!;
            protected Storage(Tensor tensor, IntPtr data_ptr) => throw null!;
            protected static Tensor CreateTypedTensor<T>(ScalarType dtype, IList<T> rawArray) => throw null!;
            protected torch.Tensor _tensor;
            protected IntPtr _tensor_data_ptr;
            public Storage<bool> @bool() => throw null!;
            public Storage<byte> @byte() => throw null!;
            public Storage<char> @char() => throw null!;
            public Storage<int> @int() => throw null!;
            public Storage<long> @long() => throw null!;
            public Storage<float> @float() => throw null!;
            public Storage<double> @double() => throw null!;
            public Storage<(float, float)> complex_float() => throw null!;
            public abstract int element_size();
            public IntPtr data_ptr() => throw null!;
            public ulong nbytes() => throw null!;
        }

        public sealed class Storage<T> : torch.Storage, IDisposable, IEnumerable<T> where T : unmanaged
        {
            internal Storage() => throw null!;
            public override int element_size() => throw null!;
            public Device device { get => throw null!; }
            public Storage<T> cuda(Device device = null) => throw null!;
            public Storage<T> cpu() => throw null!;
            public T[] ToArray() => throw null!;
            public T this[int index] { get => throw null!; set => throw null!; }
            public Storage<T> this[(int? start, int? end) range] { get => throw null!; set => throw null!; }
            public Storage<T> this[System.Range range] { get => throw null!; set => throw null!; }
            public int Count { get => throw null!; }
            public static implicit operator Storage<T>(T value) => throw null!;
            public void copy_(IList<T> array) => throw null!;
            public void fill_(T value) => throw null!;
            public IList<T> tolist() => throw null!;
            public bool IsReadOnly { get => throw null!; }
            public bool Contains(T item) => throw null!;
            public void CopyTo(IList<T> array, int arrayIndex) => throw null!;
            public void CopyFrom(IList<T> array, int arrayIndex) => throw null!;
            public int IndexOf(T item) => throw null!;
            public IEnumerator<T> GetEnumerator() => throw null!;
            IEnumerator IEnumerable.GetEnumerator() => throw null!;
            public void Dispose() => throw null!;
        }
    }
}

namespace TorchSharp.Utils
{
    public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
    {
        internal TensorAccessor() => throw null!;
        public long Count { get => throw null!; }
        public bool IsReadOnly { get => throw null!; }
        public T[] ToArray() => throw null!;
        public Array ToNDArray() => throw null!;
        public T this[params long[] indices] { get => throw null!; set => throw null!; }
        public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => throw null!;
        public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0) => throw null!;
        public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => throw null!;
        public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0) => throw null!;
        public static bool operator ==(TensorAccessor<T> left, TensorAccessor<T> right) => throw null!;
        public static bool operator !=(TensorAccessor<T> left, TensorAccessor<T> right) => throw null!;
        public override bool Equals(object obj) => throw null!;
        public override int GetHashCode() => throw null!;
        IEnumerator IEnumerable.GetEnumerator() => throw null!;
        public void Dispose() => throw null!;
        public IEnumerator<T> GetEnumerator() => throw null!;
    }
}
