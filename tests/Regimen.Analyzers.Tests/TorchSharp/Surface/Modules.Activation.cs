// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.
using TorchSharp.Modules;
using static TorchSharp.torch;

#nullable enable

namespace TorchSharp.Modules
{
#nullable disable
    public sealed class CELU : ParameterLessModule<Tensor, Tensor>
    {
        internal CELU() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public double alpha { get => throw null!; set => throw null!; }
        public bool inplace { get => throw null!; set => throw null!; }
    }

    public sealed class ELU : ParameterLessModule<Tensor, Tensor>
    {
        internal ELU() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public double alpha { get => throw null!; set => throw null!; }
        public bool inplace { get => throw null!; set => throw null!; }
    }

    public sealed class GELU : ParameterLessModule<Tensor, Tensor>
    {
        internal GELU() => throw null!;
        public enum Approximate { none, tanh }
        public override Tensor forward(Tensor tensor) => throw null!;
        public bool inplace { get => throw null!; set => throw null!; }
        public Approximate approximate { get => throw null!; set => throw null!; }
    }

    public sealed class GLU : ParameterLessModule<Tensor, Tensor>
    {
        internal GLU() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public long dim { get => throw null!; set => throw null!; }
    }

    public sealed class Hardshrink : ParameterLessModule<Tensor, Tensor>
    {
        internal Hardshrink() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public double lambda { get => throw null!; set => throw null!; }
    }

    public sealed class Hardsigmoid : ParameterLessModule<Tensor, Tensor>
    {
        internal Hardsigmoid() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public bool inplace { get => throw null!; set => throw null!; }
    }

    public sealed class Hardswish : ParameterLessModule<Tensor, Tensor>
    {
        internal Hardswish() => throw null!;
        public bool inplace { get => throw null!; set => throw null!; }
        public override Tensor forward(Tensor tensor) => throw null!;
    }

    public sealed class Hardtanh : ParameterLessModule<Tensor, Tensor>
    {
        internal Hardtanh() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public override string GetName() => throw null!;
        public double min_val { get => throw null!; set => throw null!; }
        public double max_val { get => throw null!; set => throw null!; }
        public bool inplace { get => throw null!; set => throw null!; }
    }

    public sealed class LeakyReLU : ParameterLessModule<Tensor, Tensor>
    {
        internal LeakyReLU() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public bool inplace { get => throw null!; set => throw null!; }
        public double negative_slope { get => throw null!; set => throw null!; }
    }

    public sealed class LogSigmoid : ParameterLessModule<Tensor, Tensor>
    {
        internal LogSigmoid() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
    }

    public sealed class LogSoftmax : ParameterLessModule<Tensor, Tensor>
    {
        internal LogSoftmax() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public long dim { get => throw null!; set => throw null!; }
    }

    public sealed class Mish : ParameterLessModule<Tensor, Tensor>
    {
        internal Mish() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public bool inplace { get => throw null!; set => throw null!; }
    }

#nullable enable
    public sealed class PReLU : torch.nn.Module<Tensor, Tensor>
    {
        internal PReLU() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public override string GetName() => throw null!;
        public Parameter weight { get => throw null!; set => throw null!; }
        public long num_parameters { get => throw null!; }
        public double init { get => throw null!; }
        protected override void Dispose(bool disposing) => throw null!;
    }

#nullable disable
    public sealed class RReLU : ParameterLessModule<Tensor, Tensor>
    {
        internal RReLU() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public double lower { get => throw null!; set => throw null!; }
        public double upper { get => throw null!; set => throw null!; }
        public bool inplace { get => throw null!; set => throw null!; }
    }

    public sealed class ReLU6 : ParameterLessModule<Tensor, Tensor>
    {
        internal ReLU6() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public bool inplace { get => throw null!; set => throw null!; }
    }

    public sealed class ReLU : ParameterLessModule<Tensor, Tensor>
    {
        internal ReLU() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public bool inplace { get => throw null!; set => throw null!; }
    }

    public sealed class SELU : ParameterLessModule<Tensor, Tensor>
    {
        internal SELU() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public bool inplace { get => throw null!; set => throw null!; }
    }

    public sealed class SiLU : ParameterLessModule<Tensor, Tensor>
    {
        internal SiLU() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public override string GetName() => throw null!;
        public bool inplace { get => throw null!; set => throw null!; }
    }

    public sealed class Sigmoid : ParameterLessModule<Tensor, Tensor>
    {
        internal Sigmoid() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public bool inplace { get => throw null!; set => throw null!; }
    }

    public sealed class Softmax : ParameterLessModule<Tensor, Tensor>
    {
        internal Softmax() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public long dim { get => throw null!; set => throw null!; }
    }

    public sealed class Softmax2d : ParameterLessModule<Tensor, Tensor>
    {
        internal Softmax2d() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
    }

    public sealed class Softmin : ParameterLessModule<Tensor, Tensor>
    {
        internal Softmin() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public long dim { get => throw null!; set => throw null!; }
    }

    public sealed class Softplus : ParameterLessModule<Tensor, Tensor>
    {
        internal Softplus() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public double beta { get => throw null!; set => throw null!; }
        public double threshold { get => throw null!; set => throw null!; }
    }

    public sealed class Softshrink : ParameterLessModule<Tensor, Tensor>
    {
        internal Softshrink() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public double lambda { get => throw null!; set => throw null!; }
    }

    public sealed class Softsign : ParameterLessModule<Tensor, Tensor>
    {
        internal Softsign() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public bool inplace { get => throw null!; set => throw null!; }
    }

    public sealed class Tanh : ParameterLessModule<Tensor, Tensor>
    {
        internal Tanh() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public override string GetName() => throw null!;
        public bool inplace { get => throw null!; set => throw null!; }
    }

    public sealed class Tanhshrink : ParameterLessModule<Tensor, Tensor>
    {
        internal Tanhshrink() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public bool inplace { get => throw null!; set => throw null!; }
    }

    public sealed class Threshold : ParameterLessModule<Tensor, Tensor>
    {
        internal Threshold() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public double threshold { get => throw null!; set => throw null!; }
        public double value { get => throw null!; set => throw null!; }
        public bool inplace { get => throw null!; set => throw null!; }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static CELU CELU(double alpha = 1.0, bool inplace = false) => throw null!;
            public static ELU ELU(double alpha = 1.0, bool inplace = false) => throw null!;
            public static GELU GELU() => throw null!;
            public static GELU GELU(bool inplace) => throw null!;
            public static GELU GELU(GELU.Approximate approximate, bool inplace = false) => throw null!;
            public static GLU GLU(long dim = -1) => throw null!;
            public static Hardshrink Hardshrink(double lambda = 0.5) => throw null!;
            public static Hardsigmoid Hardsigmoid(bool inplace = false) => throw null!;
            public static Hardswish Hardswish(bool inplace = false) => throw null!;
            public static Hardtanh Hardtanh(double min_val = -1.0, double max_val = 1.0, bool inplace = false) => throw null!;
            public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => throw null!;
            public static LogSigmoid LogSigmoid() => throw null!;
            public static LogSoftmax LogSoftmax(long dim) => throw null!;
            public static Mish Mish() => throw null!;
            public static Mish Mish(bool inplace) => throw null!;
#nullable enable
            public static PReLU PReLU(long num_parameters, double init = 0.25, Device? device = null, ScalarType? dtype = null) => throw null!;
#nullable disable
            public static RReLU RReLU(double lower = one_eighth, double upper = one_third, bool inplace = false) => throw null!;
            private const double one_eighth = 1.0 / 8.0;
            private const double one_third = 1.0 / 3.0;
            public static ReLU6 ReLU6(bool inplace = false) => throw null!;
            public static ReLU ReLU(bool inplace = false) => throw null!;
            public static SELU SELU(bool inplace = false) => throw null!;
            public static SiLU SiLU() => throw null!;
            public static SiLU SiLU(bool inplace) => throw null!;
            public static Sigmoid Sigmoid() => throw null!;
            public static Sigmoid Sigmoid(bool inplace) => throw null!;
            public static Softmax Softmax(long dim) => throw null!;
            public static Softmax2d Softmax2d() => throw null!;
            public static Softmin Softmin(long dim) => throw null!;
            public static Softplus Softplus(double beta = 1, double threshold = 20) => throw null!;
            public static Softshrink Softshrink(double lambda = 0.5) => throw null!;
            public static Softsign Softsign() => throw null!;
            public static Softsign Softsign(bool inplace) => throw null!;
            public static Tanh Tanh() => throw null!;
            public static Tanh Tanh(bool inplace = false) => throw null!;
            public static Tanhshrink Tanhshrink() => throw null!;
            public static Tanhshrink Tanhshrink(bool inplace = false) => throw null!;
            public static Threshold Threshold(double threshold, double value, bool inplace = false) => throw null!;

            public static partial class functional
            {
                public static Tensor celu(Tensor x, double alpha, bool inplace = false) => throw null!;
                public static Tensor elu(Tensor x, double alpha, bool inplace = false) => throw null!;
                public static Tensor gelu(Tensor x, bool inplace) => throw null!;
                public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false) => throw null!;
                public static Tensor gelu(Tensor x) => throw null!;
                public static Tensor glu(Tensor input, long dim = -1) => throw null!;
                public static Tensor hardshrink(Tensor x, double lambda = 0.5) => throw null!;
                [System.Obsolete("Not using the PyTorch naming convention.", false)] public static Tensor Hardshrink(Tensor x, double lambda = 0.5) => throw null!;
                public static Tensor hardsigmoid(Tensor input, bool inplace = false) => throw null!;
                public static Tensor hardswish(Tensor input, bool inplace = false) => throw null!;
                public static Tensor hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) => throw null!;
                [System.Obsolete("Not using the PyTorch naming convention.", false)] public static Tensor Hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) => throw null!;
                public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) => throw null!;
                public static Tensor logsigmoid(Tensor x) => throw null!;
                public static Tensor log_softmax(Tensor x, long dim) => throw null!;
                public static Tensor mish(Tensor x, bool inplace = false) => throw null!;
                [System.Obsolete("Not using the PyTorch naming convention.", false)] public static Tensor Mish(Tensor x) => throw null!;
#nullable enable
                public static Tensor prelu(Tensor input, Tensor weight) => throw null!;
#nullable disable
                public static Tensor rrelu(Tensor x, double lower = one_eighth, double upper = one_third, bool inplace = false) => throw null!;
                public static Tensor relu6(Tensor x, bool inplace = false) => throw null!;
                public static Tensor relu(Tensor x, bool inplace = false) => throw null!;
                public static Tensor selu(Tensor x, bool inplace = false) => throw null!;
                public static Tensor silu(Tensor x, bool inplace = false) => throw null!;
                [System.Obsolete("Incorrect name capitalization", false)] public static Tensor SiLU(Tensor x, bool inplace = false) => throw null!;
                public static Tensor sigmoid(Tensor x, bool inplace) => throw null!;
                public static Tensor sigmoid(Tensor x) => throw null!;
                public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => throw null!;
                public static Tensor softmax2d(Tensor x) => throw null!;
                public static Tensor softmin(Tensor x, long dim) => throw null!;
                public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => throw null!;
                public static Tensor softshrink(Tensor x, double lambda = 0.5) => throw null!;
                [System.Obsolete("Not using the PyTorch naming convention.", false)] public static Tensor Softshrink(Tensor x, double lambda = 0.5) => throw null!;
                public static Tensor softsign(Tensor x, bool inplace = false) => throw null!;
                [System.Obsolete("Not using the PyTorch naming convention.", false)] public static Tensor Softsign(Tensor x) => throw null!;
                public static Tensor tanh(Tensor x, bool inplace = false) => throw null!;
                public static Tensor tanhshrink(Tensor x, bool inplace = false) => throw null!;
                [System.Obsolete("Not using the PyTorch naming convention.", false)] public static Tensor Tanhshrink(Tensor x) => throw null!;
                public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) => throw null!;
                [System.Obsolete("Not using the PyTorch naming convention.", false)] public static Tensor Threshold(Tensor x, double threshold, double value, bool inplace = false) => throw null!;
            }
        }
    }
}
