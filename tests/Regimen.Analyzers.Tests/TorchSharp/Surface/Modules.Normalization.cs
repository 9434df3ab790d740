// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.
using TorchSharp.Modules;
using static TorchSharp.torch;

#nullable enable

namespace TorchSharp.Modules
{
    public abstract class NormBase : torch.nn.Module<Tensor, Tensor>
    {
        internal NormBase() => throw null!;
        public NormBase(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name) => throw null!;
        public void reset_running_stats() => throw null!;
        public void reset_parameters() => throw null!;
        protected abstract void ValidateInputDimensions(Tensor input);
        protected override void Dispose(bool disposing) => throw null!;
        public Parameter? bias { get => throw null!; set => throw null!; }
        public Parameter weight { get => throw null!; set => throw null!; }
        public Tensor? running_mean { get => throw null!; set => throw null!; }
        public Tensor? running_var { get => throw null!; set => throw null!; }
        public Tensor? num_batches_tracked { get => throw null!; set => throw null!; }
        protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => throw null!;
        public long num_features { get => throw null!; }
        public double eps { get => throw null!; set => throw null!; }
        public double? momentum { get => throw null!; set => throw null!; }
        public bool affine { get => throw null!; }
        public bool track_running_stats { get => throw null!; }
    }

    public abstract class BatchNorm : NormBase
    {
        internal BatchNorm() => throw null!;
        public BatchNorm(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name) => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
    }

    public abstract class InstanceNorm : NormBase
    {
        internal InstanceNorm() => throw null!;
        public InstanceNorm(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name) => throw null!;
        protected abstract long GetNumberOfBatchDimensions();
        public override Tensor forward(Tensor input) => throw null!;
    }

    public sealed class BatchNorm1d : BatchNorm
    {
        internal BatchNorm1d() => throw null!;
        protected override void ValidateInputDimensions(Tensor input) => throw null!;
    }

    public sealed class BatchNorm2d : BatchNorm
    {
        internal BatchNorm2d() => throw null!;
        protected override void ValidateInputDimensions(Tensor input) => throw null!;
    }

    public sealed class BatchNorm3d : BatchNorm
    {
        internal BatchNorm3d() => throw null!;
        protected override void ValidateInputDimensions(Tensor input) => throw null!;
    }

    public sealed class GroupNorm : torch.nn.Module<Tensor, Tensor>
    {
        internal GroupNorm() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        protected override void Dispose(bool disposing) => throw null!;
        public Parameter? bias { get => throw null!; set => throw null!; }
        public Parameter weight { get => throw null!; set => throw null!; }
        protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => throw null!;
        public long num_groups { get => throw null!; set => throw null!; }
        public double eps { get => throw null!; set => throw null!; }
        public bool affine { get => throw null!; set => throw null!; }
    }

    public sealed class InstanceNorm1d : InstanceNorm
    {
        internal InstanceNorm1d() => throw null!;
        protected override long GetNumberOfBatchDimensions() => throw null!;
        protected override void ValidateInputDimensions(Tensor input) => throw null!;
    }

    public sealed class InstanceNorm2d : InstanceNorm
    {
        internal InstanceNorm2d() => throw null!;
        protected override long GetNumberOfBatchDimensions() => throw null!;
        protected override void ValidateInputDimensions(Tensor input) => throw null!;
    }

    public sealed class InstanceNorm3d : InstanceNorm
    {
        internal InstanceNorm3d() => throw null!;
        protected override long GetNumberOfBatchDimensions() => throw null!;
        protected override void ValidateInputDimensions(Tensor input) => throw null!;
    }

    public sealed class LayerNorm : torch.nn.Module<Tensor, Tensor>
    {
        internal LayerNorm() => throw null!;
        public void reset_parameters() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        protected override void Dispose(bool disposing) => throw null!;
        public Parameter? bias { get => throw null!; set => throw null!; }
        public Parameter weight { get => throw null!; set => throw null!; }
        protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => throw null!;
        public long[] normalized_shape { get => throw null!; set => throw null!; }
        public double eps { get => throw null!; set => throw null!; }
        public bool elementwise_affine { get => throw null!; set => throw null!; }
    }

#nullable disable
    public sealed class LocalResponseNorm : ParameterLessModule<Tensor, Tensor>
    {
        internal LocalResponseNorm() => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public long size { get => throw null!; set => throw null!; }
        public double alpha { get => throw null!; set => throw null!; }
        public double beta { get => throw null!; set => throw null!; }
        public double k { get => throw null!; set => throw null!; }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
#nullable enable
        public static partial class nn
        {
            public static BatchNorm1d BatchNorm1d(long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) => throw null!;
            public static BatchNorm2d BatchNorm2d(long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) => throw null!;
            public static BatchNorm3d BatchNorm3d(long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) => throw null!;
            public static GroupNorm GroupNorm(long num_groups, long num_channels, double eps = 1e-05, bool affine = true, Device? device = null, ScalarType? dtype = null) => throw null!;
            public static InstanceNorm1d InstanceNorm1d(long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = false, bool track_running_stats = false, Device? device = null, ScalarType? dtype = null) => throw null!;
            public static InstanceNorm2d InstanceNorm2d(long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = false, bool track_running_stats = false, Device? device = null, ScalarType? dtype = null) => throw null!;
            public static InstanceNorm3d InstanceNorm3d(long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = false, bool track_running_stats = false, Device? device = null, ScalarType? dtype = null) => throw null!;
            public static LayerNorm LayerNorm(long[] normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null, ScalarType? dtype = null) => throw null!;
            public static LayerNorm LayerNorm(long normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null, ScalarType? dtype = null) => throw null!;
#nullable disable
            public static LocalResponseNorm LocalResponseNorm(long size, double alpha = 0.0001, double beta = 0.75, double k = 1.0) => throw null!;

#nullable enable
            public static partial class functional
            {
                public static Tensor normalize(Tensor input, double p = 2.0, long dim = 1L, double eps = 1e-12) => throw null!;
                public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-5) => throw null!;
                public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) => throw null!;
                public static Tensor instance_norm(Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null, Tensor? bias = null, bool use_input_stats = true, double momentum = 0.1, double eps = 1e-5) => throw null!;
                public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) => throw null!;
#nullable disable
                public static Tensor local_response_norm(Tensor input, long size, double alpha = 0.0001, double beta = 0.75, double k = 1.0) => throw null!;
            }
        }
    }
}
