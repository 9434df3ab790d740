// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

#nullable enable

namespace TorchSharp.Modules
{
    public sealed class Linear : torch.nn.Module<Tensor, Tensor>
    {
        internal Linear() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        protected override void Dispose(bool disposing) => throw null!;
        public Parameter? bias { get => throw null!; set => throw null!; }
        public Parameter weight { get => throw null!; set => throw null!; }
        protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => throw null!;
        public long in_features { get => throw null!; set => throw null!; }
        public long out_features { get => throw null!; set => throw null!; }
    }

    public sealed class Bilinear : Module<Tensor, Tensor, Tensor>
    {
        internal Bilinear() => throw null!;
        public override Tensor forward(Tensor input1, Tensor input2) => throw null!;
        protected override void Dispose(bool disposing) => throw null!;
        public Parameter? bias { get => throw null!; set => throw null!; }
        public Parameter weight { get => throw null!; set => throw null!; }
        protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => throw null!;
        public long in1_features { get => throw null!; set => throw null!; }
        public long in2_features { get => throw null!; set => throw null!; }
        public long out_features { get => throw null!; set => throw null!; }
    }

#nullable disable
    public sealed class Flatten : ParameterLessModule<Tensor, Tensor>
    {
        internal Flatten() => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public long start_dim { get => throw null!; set => throw null!; }
        public long end_dim { get => throw null!; set => throw null!; }
    }

    public sealed class Unflatten : ParameterLessModule<Tensor, Tensor>
    {
        internal Unflatten() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public long dim { get => throw null!; set => throw null!; }
        public long[] unflattened_size { get => throw null!; set => throw null!; }
    }

#nullable enable
    public sealed class Fold : ParameterLessModule<Tensor, Tensor>
    {
        internal Fold() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public (long, long) output_size { get => throw null!; set => throw null!; }
        public (long, long) kernel_size { get => throw null!; set => throw null!; }
        public (long, long) dilation { get => throw null!; set => throw null!; }
        public (long, long) padding { get => throw null!; set => throw null!; }
        public (long, long) stride { get => throw null!; set => throw null!; }
    }

    public sealed class Unfold : ParameterLessModule<Tensor, Tensor>
    {
        internal Unfold() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public (long, long) kernel_size { get => throw null!; set => throw null!; }
        public (long, long) dilation { get => throw null!; set => throw null!; }
        public (long, long) padding { get => throw null!; set => throw null!; }
        public (long, long) stride { get => throw null!; set => throw null!; }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) => throw null!;
            public static Linear Linear(Parameter weight, Parameter? bias = null) => throw null!;
            public static Bilinear Bilinear(long in1_features, long in2_features, long out_features, bool hasBias = true, Device? device = null, ScalarType? dtype = null) => throw null!;
#nullable disable
            public static Flatten Flatten(long start_dim = 1, long end_dim = -1) => throw null!;
            public static Unflatten Unflatten(long dim, long[] unflattened_size) => throw null!;
#nullable enable
            public static Fold Fold(long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) => throw null!;
            public static Fold Fold((long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) => throw null!;
            public static Unfold Unfold(long kernel_size, long dilation = 1, long padding = 0, long stride = 1) => throw null!;
            public static Unfold Unfold((long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) => throw null!;

            public static partial class functional
            {
                public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => throw null!;
                public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) => throw null!;
#nullable disable
                public static Tensor one_hot(Tensor x, long num_classes = -1) => throw null!;
#nullable enable
                public static Tensor fold(Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) => throw null!;
                public static Tensor fold(Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) => throw null!;
                public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) => throw null!;
                public static Tensor unfold(Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) => throw null!;
            }
        }
    }
}
