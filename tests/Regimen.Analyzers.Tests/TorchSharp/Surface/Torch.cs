// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.
using System;
using System.Collections;
using System.Collections.Generic;
using TorchSharp.Modules;

#nullable enable

namespace TorchSharp
{
    public enum DeviceType { CPU = 0, CUDA = 1, MKLDNN = 2, OPENGL = 3, OPENCL = 4, IDEEP = 5, HIP = 6, FPGA = 7, MSNPU = 8, XLA = 9, MPS = 13, META = 14, }
#nullable disable
    public enum DebugMode { @default = 0, warn = 1 }
    public enum Float32MatmulPrecision { highest, high, medium }
    public enum HistogramBinSelector : byte { Doane = 0, Rice, Scott, Sqrt, Stone, Sturges }
    public enum LobpcgMethod { basic, ortho }
    public enum PrintOptionsProfile { @default = 0, @short = 1, full = 2 }
    public enum Reduce { prod, mean, amax, amin }
    public enum compute_mode { use_mm_for_euclid_dist_if_necessary = 0, use_mm_for_euclid_dist = 1, donot_use_mm_for_euclid_dist = 2 }
    public enum indexing { xy, ij }
    public enum layout { strided, sparse_coo }
    public enum memory_format { preserve_format, contiguous_format, channels_last }

#nullable enable
    public static partial class torch
    {
        public static string __version__ { get => throw null!; }
        public static string NormalizeNuGetVersion(string versionString) => throw null!;
        public static bool TryInitializeDeviceType(DeviceType deviceType) => throw null!;
        public static void InitializeDeviceType(DeviceType deviceType) => throw null!;
        public static Device InitializeDevice(Device? device) => throw null!;
        public static bool cuda_is_available() => throw null!;
        public static bool mps_is_available() => throw null!;
        public static void CheckForErrors() => throw null!;
        [System.Obsolete("torch.cholesky is deprecated in favor of torch.linalg.cholesky and will be removed in a future release. Use torch.linalg.cholesky instead.", false)] public static Tensor cholesky(Tensor input, bool upper) => throw null!;
        public static Tensor norm(Tensor input) => throw null!;
        public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => throw null!;
        public static Tensor concatenate(Tensor[] tensors, long axis = 0) => throw null!;
        public static Tensor concatenate(ReadOnlySpan<Tensor> tensors, long axis = 0) => throw null!;
        public static Tensor squeeze(Tensor input, long? dim = null) => throw null!;
        public static Tensor squeeze_(Tensor input, long? dim = null) => throw null!;
        public static Tensor column_stack(IList<Tensor> tensors) => throw null!;
        public static Tensor column_stack(params Tensor[] tensors) => throw null!;
        public static Tensor column_stack(ReadOnlySpan<Tensor> tensors) => throw null!;
        public static Tensor row_stack(IList<Tensor> tensors) => throw null!;
        public static Tensor row_stack(params Tensor[] tensors) => throw null!;
        public static Tensor row_stack(ReadOnlySpan<Tensor> tensors) => throw null!;
        public static Tensor[] unbind(Tensor tensor, int dim = 0) => throw null!;
        public static Tensor scatter_add_(Tensor input, long dim, Tensor index, Tensor src) => throw null!;
        public static Tensor clamp_max(Tensor input, Scalar max) => throw null!;
        public static Tensor clamp_max_(Tensor input, Scalar max) => throw null!;
        public static Tensor clamp_min(Tensor input, Scalar min) => throw null!;
        public static Tensor clamp_min_(Tensor input, Scalar min) => throw null!;
        public static Tensor unflatten(Tensor input, long dim, params long[] sizes) => throw null!;
        public static Tensor unflatten(Tensor input, long dim, Size sizes) => throw null!;
        public static Tensor _standard_gamma(Tensor input, Generator? generator = null) => throw null!;
        public static Tensor _sample_dirichlet(Tensor input, Generator? generator = null) => throw null!;
        public static Tensor index_fill(Tensor input, long dim, Tensor index, Scalar value) => throw null!;
        public static Tensor index_fill_(Tensor input, long dim, Tensor index, Scalar value) => throw null!;
        public static bool is_conj(Tensor input) => throw null!;
        public static (Tensor std, Tensor mean) std_mean(Tensor input, bool unbiased = true) => throw null!;
        public static Tensor rand_out(Tensor input, params long[] sizes) => throw null!;
        public static Tensor randint_out(Tensor input, long high, long[] sizes) => throw null!;
        public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => throw null!;
        public static Tensor randint_like(Tensor input, long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => throw null!;
        [System.Obsolete("This doesn't exist in PyTorch.")] public static Tensor randperm_out(Tensor input, long n) => throw null!;
        public static Tensor binomial(Tensor count, Tensor probs, Generator? generator = null) => throw null!;
        public static IDisposable no_grad() => throw null!;
        public static IDisposable enable_grad(bool enabled = true) => throw null!;
        public static IDisposable set_grad_enabled(bool mode = true) => throw null!;
        public static bool is_grad_enabled() => throw null!;
        public static IDisposable inference_mode(bool mode = true) => throw null!;
        public static bool is_inference_mode_enabled() => throw null!;
        public static IEnumerable<Tensor> atleast_1d(params Tensor[] input) => throw null!;
        public static IEnumerable<Tensor> atleast_2d(params Tensor[] input) => throw null!;
        public static IEnumerable<Tensor> atleast_3d(params Tensor[] input) => throw null!;
        public static Tensor bincount(Tensor input, Tensor? weights = null, long minlength = 0) => throw null!;
        public static Tensor block_diag(params Tensor[] tensors) => throw null!;
        public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) => throw null!;
        public static Tensor broadcast_to(Tensor input, params long[] shape) => throw null!;
        public static Size broadcast_shapes(params long[][] shapes) => throw null!;
        public static Tensor bucketize(Tensor input, Tensor boundaries, bool outInt32 = false, bool right = false) => throw null!;
        public static Tensor cartesian_prod(IList<Tensor> tensors) => throw null!;
        public static Tensor cartesian_prod(params Tensor[] tensors) => throw null!;
        public static Tensor cartesian_prod(ReadOnlySpan<Tensor> tensors) => throw null!;
        public static Tensor cdist(Tensor x1, Tensor x2, double p = 2.0, compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary) => throw null!;
        public static Tensor clone(Tensor input) => throw null!;
        public static Tensor combinations(Tensor input, int r = 2, bool with_replacement = false) => throw null!;
        public static Tensor corrcoef(Tensor input) => throw null!;
        public static Tensor cov(Tensor input, long correction = 1, Tensor? fweights = null, Tensor? aweights = null) => throw null!;
        public static Tensor cross(Tensor input, Scalar other, long dim = 0L) => throw null!;
        public static (Tensor values, Tensor indices) cummax(Tensor input, long dim) => throw null!;
        public static (Tensor values, Tensor indices) cummin(Tensor input, long dim) => throw null!;
        public static Tensor cumprod(Tensor input, long dim, ScalarType? dtype = null) => throw null!;
        public static Tensor cumsum(Tensor input, long dim, ScalarType? type = null) => throw null!;
        public static Tensor diag(Tensor input, long diagonal = 0) => throw null!;
        public static Tensor diag_embed(Tensor input, long offset = 0L, long dim1 = -2L, long dim2 = -1L) => throw null!;
        public static Tensor diagflat(Tensor input, long offset = 0) => throw null!;
        public static Tensor diagonal(Tensor input, long offset = 0L, long dim1 = 0L, long dim2 = 1L) => throw null!;
        public static Tensor diff(Tensor input, long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) => throw null!;
        public static Tensor einsum(string equation, params Tensor[] tensors) => throw null!;
        public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) => throw null!;
        public static Tensor flip(Tensor input, params long[] dims) => throw null!;
        public static Tensor fliplr(Tensor input) => throw null!;
        public static Tensor flipud(Tensor input) => throw null!;
        public static Tensor kron(Tensor input, Tensor other) => throw null!;
        public static Tensor rot90(Tensor input, long k = 1, (long, long)? dims = null) => throw null!;
        public static Tensor gcd(Tensor left, Tensor right) => throw null!;
        public static Tensor gcd_(Tensor left, Tensor right) => throw null!;
        public static Tensor histc(Tensor input, long bins = 100, long min = 0, long max = 0) => throw null!;
        public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") => throw null!;
        public static Tensor lcm(Tensor input, Tensor other) => throw null!;
        public static Tensor lcm_(Tensor input, Tensor other) => throw null!;
        public static Tensor logcumsumexp(Tensor input, long dim) => throw null!;
        public static Tensor ravel(Tensor input) => throw null!;
        public static Tensor renorm(Tensor input, float p, long dim, float maxnorm) => throw null!;
        public static Tensor repeat_interleave(Tensor input, long repeats, long? dim = null, long? output_size = null) => throw null!;
        public static Tensor repeat_interleave(Tensor input, Tensor repeats, long? dim = null, long? output_size = null) => throw null!;
        public static Tensor roll(Tensor input, long shifts, long? dims = null) => throw null!;
        public static Tensor roll(Tensor input, (long, long) shifts, (long, long) dims) => throw null!;
        public static Tensor roll(Tensor input, (long, long, long) shifts, (long, long, long) dims) => throw null!;
        public static Tensor roll(Tensor input, long[] shifts, long[] dims) => throw null!;
        public static Tensor roll(Tensor input, long[] shifts) => throw null!;
        public static Tensor roll(Tensor input, ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) => throw null!;
        public static Tensor tensordot(Tensor a, Tensor b, long dims = 2) => throw null!;
        public static Tensor tensordot(Tensor a, Tensor b, long[] dims1, long[] dims2) => throw null!;
        public static Tensor tensordot(Tensor a, Tensor b, (long, long)[] dims) => throw null!;
        public static Tensor trace(Tensor input) => throw null!;
        public static Tensor tril(Tensor input, long diagonal = 0) => throw null!;
        public static Tensor tril_(Tensor input, long diagonal = 0) => throw null!;
        public static Tensor tril_indices(long row, long col, long offset = 0L, ScalarType dtype = ScalarType.Int64, Device? device = null) => throw null!;
        public static Tensor triu(Tensor input, long diagonal = 0L) => throw null!;
        public static Tensor triu_(Tensor input, long diagonal = 0L) => throw null!;
        public static Tensor triu_indices(long row, long col, long offset = 0L, ScalarType dtype = ScalarType.Int64, Device? device = null) => throw null!;
        public static Tensor vander(Tensor x, long N = -1, bool increasing = false) => throw null!;
        public static Tensor view_as_real(Tensor input) => throw null!;
        public static Tensor view_as_complex(Tensor input) => throw null!;
        public static Tensor resolve_conj(Tensor input) => throw null!;
        public static Tensor resolve_neg(Tensor input) => throw null!;
        public static Tensor is_neg(Tensor input) => throw null!;
        public static int get_num_threads() => throw null!;
        public static void set_num_threads(int num) => throw null!;
        public static int get_num_interop_threads() => throw null!;
        public static void set_num_interop_threads(int num) => throw null!;
        public static void save(Tensor t, string location) => throw null!;
        public static Tensor load(string location) => throw null!;
        public static bool is_tensor(object obj) => throw null!;
        public static bool is_storage(object obj) => throw null!;
        public static bool is_complex(Tensor input) => throw null!;
        public static bool is_floating_point(Tensor input) => throw null!;
        public static bool is_nonzero(Tensor input) => throw null!;
        public static void set_default_dtype(ScalarType dtype) => throw null!;
        public static ScalarType get_default_dtype() => throw null!;
        public static Device get_default_device() => throw null!;
        public static void set_default_tensor_type(Tensor t) => throw null!;
        public static void set_default_device(Device device) => throw null!;
        public static void set_default_device(string device) => throw null!;
        public static long numel(Tensor input) => throw null!;
        [System.Obsolete("not implemented", true)] public static bool compiled_with_cxx11_abi() => throw null!;
        public static ScalarType result_type(Tensor tensor1, Tensor tensor2) => throw null!;
        public static bool can_cast(ScalarType from, ScalarType to) => throw null!;
        public static ScalarType promote_types(ScalarType type1, ScalarType type2) => throw null!;
        [System.Obsolete("not implemented", true)] public static IDisposable use_deterministic_algorithms(bool mode = true, bool warn_only = false) => throw null!;
        [System.Obsolete("not implemented", true)] public static bool are_deterministic_algorithms_enabled() => throw null!;
        [System.Obsolete("not implemented", true)] public static bool is_deterministic_algorithms_warn_only_enabled() => throw null!;
        [System.Obsolete("not implemented", true)] public static IDisposable set_deterministic_debug_mode(DebugMode mode) => throw null!;
        [System.Obsolete("not implemented", true)] public static DebugMode get_deterministic_debug_mode() => throw null!;
        [System.Obsolete("not implemented", true)] public static IDisposable set_float32_matmul_precision(Float32MatmulPrecision precision) => throw null!;
        [System.Obsolete("not implemented", true)] public static Float32MatmulPrecision get_float32_matmul_precision() => throw null!;
        [System.Obsolete("not implemented", true)] public static IDisposable set_warn_always(bool mode = true) => throw null!;
        [System.Obsolete("not implemented", true)] public static bool is_warn_always_enabled() => throw null!;
        [System.Obsolete("not implemented", true)] public static void _assert(bool condition, string message) => throw null!;
        [System.Obsolete("not implemented", true)] public static void _assert(Func<bool> condition, string message) => throw null!;

        public static class random
        {
            public static long seed() => throw null!;
            public static long initial_seed() => throw null!;
            public static Generator manual_seed(long seed) => throw null!;
            public static Tensor get_rng_state() => throw null!;
            public static void set_rng_state(Tensor new_state) => throw null!;
        }

        public static partial class nn
        {
            public static partial class utils
            {
                public static double clip_grad_norm_(IEnumerable<Modules.Parameter> tensors, double max_norm, double norm_type = 2.0) => throw null!;
                public static void clip_grad_value_(IEnumerable<Modules.Parameter> tensors, double clip_value) => throw null!;
                public static Tensor parameters_to_vector(IEnumerable<Modules.Parameter> tensors) => throw null!;
                public static void vector_to_parameters(Tensor vec, IEnumerable<Modules.Parameter> tensors) => throw null!;
                public static (Parameter weight, Parameter bias) fuse_conv_bn_weights(Tensor conv_w, Tensor? conv_b, Tensor bn_rm, Tensor bn_rv, double bn_eps, Tensor? bn_w, Tensor? bn_b, bool transpose = false) => throw null!;
                public static (Parameter weight, Parameter bias) fuse_linear_bn_weights(Tensor linear_w, Tensor? linear_b, Tensor bn_rm, Tensor bn_rv, double bn_eps, Tensor bn_w, Tensor bn_b) => throw null!;
                public static Linear fuse_linear_bn_eval(Linear linear, BatchNorm bn) => throw null!;
            }
        }

        public static class cuda
        {
            public static bool is_available() => throw null!;
            public static bool is_cudnn_available() => throw null!;
            public static int device_count() => throw null!;
            public static void manual_seed(long seed) => throw null!;
            public static void manual_seed_all(long seed) => throw null!;
            public static void synchronize(Device? device = null) => throw null!;
        }

        public static class backends
        {
            public static class cuda
            {
                public static bool flash_sdp_enabled() => throw null!;
                public static void enable_flash_sdp(bool enable) => throw null!;
                public static bool math_sdp_enabled() => throw null!;
                public static void enable_math_sdp(bool enable) => throw null!;

                public static class matmul
                {
                    public static bool allow_tf32 { get => throw null!; set => throw null!; }
                    public static bool allow_fp16_reduced_precision_reduction { get => throw null!; set => throw null!; }
                }
            }

            public static class cudnn
            {
                public static bool allow_tf32 { get => throw null!; set => throw null!; }
            }
        }

#nullable disable
        public static partial class autograd
        {
            public static IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor> grad_outputs = null, bool retain_graph = false, bool create_graph = false, bool allow_unused = false) => throw null!;
            public static void backward(IList<Tensor> tensors, IList<Tensor> grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor> inputs = null) => throw null!;
            public static void backward(Tensor tensor, IList<Tensor> grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor> inputs = null) => throw null!;
            public static void backward(Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor> inputs = null) => throw null!;
            public static AnomalyMode detect_anomaly(bool check_nan = true) => throw null!;
            public static AnomalyMode set_detect_anomaly(bool mode, bool check_nan = true) => throw null!;
        }

#nullable enable
        public class Generator : IDisposable
        {
            internal Generator() => throw null!;
            public IntPtr Handle { get => throw null!; }
            public torch.Device device { get => throw null!; }
            public Tensor get_state() => throw null!;
            public void set_state(Tensor value) => throw null!;
            public Generator manual_seed(long seed) => throw null!;
            public long seed() => throw null!;
            public Generator(ulong seed = 0, torch.Device? device = null) => throw null!;
            public static Generator Default { get => throw null!; }
            public long initial_seed() => throw null!;
            protected virtual void Dispose(bool disposing) => throw null!;
            public void Dispose() => throw null!;
        }

        public struct Size : IEnumerable<long>
        {
            public static Size Empty;
            public Size(long[] shape) => throw null!;
            public Size(IEnumerable<long> shape) => throw null!;
            public Size(int[] shape) => throw null!;
            public Size(long size) => throw null!;
            public Size((long, long) size) => throw null!;
            public Size((long, long, long) size) => throw null!;
            public Size((long, long, long, long) size) => throw null!;
            public Size((long, long, long, long, long) size) => throw null!;
            public Size((long, long, long, long, long, long) size) => throw null!;
            public Size(int size) => throw null!;
            public Size((int, int) size) => throw null!;
            public Size((int, int, int) size) => throw null!;
            public Size((int, int, int, int) size) => throw null!;
            public Size((int, int, int, int, int) size) => throw null!;
            public Size((int, int, int, int, int, int) size) => throw null!;
            public static implicit operator Size(long size) => throw null!;
            public static implicit operator Size((long, long) size) => throw null!;
            public static implicit operator Size((long, long, long) size) => throw null!;
            public static implicit operator Size((long, long, long, long) size) => throw null!;
            public static implicit operator Size((long, long, long, long, long) size) => throw null!;
            public static implicit operator Size((long, long, long, long, long, long) size) => throw null!;
            public static implicit operator Size(long[] size) => throw null!;
            public static Size operator +(Size left, Size right) => throw null!;
            public static Size operator +(Size left, IEnumerable<long> right) => throw null!;
            public static bool operator ==(Size left, Size right) => throw null!;
            public static bool operator !=(Size left, Size right) => throw null!;
            public override bool Equals(object? obj) => throw null!;
            public Size Slice(int first, int next) => throw null!;
            public override int GetHashCode() => throw null!;
            public long numel() => throw null!;
            public bool IsEmpty { get => throw null!; }
            public bool IsScalar { get => throw null!; }
            public int Length { get => throw null!; }
            public IEnumerable<long> Take(int i) => throw null!;
            public IEnumerator<long> GetEnumerator() => throw null!;
            IEnumerator IEnumerable.GetEnumerator() => throw null!;
            public long this[int idx] { get => throw null!; }
            public long this[long idx] { get => throw null!; }
            public long[] Shape { get => throw null!; }
        }
    }

#nullable disable
    public class AnomalyMode : IDisposable
    {
        internal AnomalyMode() => throw null!;
        public AnomalyMode(bool enabled, bool check_nan = true) => throw null!;
        public void Dispose() => throw null!;
        protected virtual void Dispose(bool disposing) => throw null!;
        public static bool IsEnabled { get => throw null!; }
        public static bool ShouldCheckNaN { get => throw null!; }
    }

#nullable enable
    public sealed class Scalar : IDisposable
    {
        internal Scalar() => throw null!;
        public static implicit operator Scalar(byte value) => throw null!;
        public static implicit operator Scalar(sbyte value) => throw null!;
        public static implicit operator Scalar(short value) => throw null!;
        public static implicit operator Scalar(int value) => throw null!;
        public static implicit operator Scalar(long value) => throw null!;
        public static implicit operator Scalar(Half value) => throw null!;
        public static implicit operator Scalar(BFloat16 value) => throw null!;
        public static implicit operator Scalar(float value) => throw null!;
        public static implicit operator Scalar(double value) => throw null!;
        public static implicit operator Scalar(bool value) => throw null!;
        public static implicit operator Scalar((float, float) value) => throw null!;
        public torch.ScalarType Type { get => throw null!; }
        public void Dispose() => throw null!;
    }

    public static class ScalarExtensionMethods
    {
        public static Scalar ToScalar(this byte value) => throw null!;
        public static Scalar ToScalar(this sbyte value) => throw null!;
        public static Scalar ToScalar(this short value) => throw null!;
        public static Scalar ToScalar(this int value) => throw null!;
        public static Scalar ToScalar(this long value) => throw null!;
        public static Scalar ToScalar(this float value) => throw null!;
        public static Scalar ToScalar(this double value) => throw null!;
        public static Scalar ToScalar(this (float, float) value) => throw null!;
        public static Scalar ToScalar(this bool value) => throw null!;
        public static Scalar ToScalar(this Half value) => throw null!;
        public static Scalar ToBFloat16Scalar(this float value) => throw null!;
        public static Scalar ToScalar(this BFloat16 value) => throw null!;
        public static Half ToHalf(this Scalar value) => throw null!;
        public static BFloat16 ToBFloat16(this Scalar value) => throw null!;
        public static float ToSingle(this Scalar value) => throw null!;
        public static double ToDouble(this Scalar value) => throw null!;
        public static sbyte ToSByte(this Scalar value) => throw null!;
        public static byte ToByte(this Scalar value) => throw null!;
        public static short ToInt16(this Scalar value) => throw null!;
        public static int ToInt32(this Scalar value) => throw null!;
        public static long ToInt64(this Scalar value) => throw null!;
        public static bool ToBoolean(this Scalar value) => throw null!;
        public static (float Real, float Imaginary) ToComplexFloat32(this Scalar value) => throw null!;
    }

    public readonly struct BFloat16 : IComparable<BFloat16>, IEquatable<BFloat16>, IComparable, IFormattable
    {
        public BFloat16(float f) => throw null!;
        public static BFloat16 FromRawValue(ushort rawValue) => throw null!;
        public float ToSingle() => throw null!;
        public static explicit operator float (BFloat16 bf) => throw null!;
        public static explicit operator double (BFloat16 bf) => throw null!;
        public static explicit operator BFloat16(float f) => throw null!;
        public static explicit operator BFloat16(double d) => throw null!;
        public static BFloat16 operator +(BFloat16 a, BFloat16 b) => throw null!;
        public static BFloat16 operator -(BFloat16 a, BFloat16 b) => throw null!;
        public static BFloat16 operator *(BFloat16 a, BFloat16 b) => throw null!;
        public static BFloat16 operator /(BFloat16 a, BFloat16 b) => throw null!;
        public static BFloat16 operator %(BFloat16 a, BFloat16 b) => throw null!;
        public static BFloat16 operator -(BFloat16 a) => throw null!;
        public static bool operator ==(BFloat16 a, BFloat16 b) => throw null!;
        public static bool operator !=(BFloat16 a, BFloat16 b) => throw null!;
        public static bool operator <(BFloat16 a, BFloat16 b) => throw null!;
        public static bool operator>(BFloat16 a, BFloat16 b) => throw null!;
        public static bool operator <=(BFloat16 a, BFloat16 b) => throw null!;
        public static bool operator >=(BFloat16 a, BFloat16 b) => throw null!;
        public bool Equals(BFloat16 other) => throw null!;
        public override bool Equals(object? obj) => throw null!;
        public override int GetHashCode() => throw null!;
        public int CompareTo(BFloat16 other) => throw null!;
        public int CompareTo(object? obj) => throw null!;
        public override string ToString() => throw null!;
        public string ToString(string? format, IFormatProvider? formatProvider) => throw null!;
        public static readonly BFloat16 Zero;
        public static readonly BFloat16 One;
        public static readonly BFloat16 NaN;
        public static readonly BFloat16 PositiveInfinity;
        public static readonly BFloat16 NegativeInfinity;
        public static readonly BFloat16 MaxValue;
        public static readonly BFloat16 MinValue;
        public static readonly BFloat16 SmallestSubnormal;
        public static readonly BFloat16 Epsilon;
        public static readonly BFloat16 MinNormal;
        public static bool IsNaN(BFloat16 bf) => throw null!;
        public static bool IsInfinity(BFloat16 bf) => throw null!;
        public static bool IsPositiveInfinity(BFloat16 bf) => throw null!;
        public static bool IsNegativeInfinity(BFloat16 bf) => throw null!;
        public static bool IsFinite(BFloat16 bf) => throw null!;
    }
}
