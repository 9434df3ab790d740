// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.
using TorchSharp.Modules;
using static TorchSharp.torch;

#nullable enable

namespace TorchSharp.Modules
{
#nullable disable
    public sealed class AlphaDropout : ParameterLessModule<Tensor, Tensor>
    {
        internal AlphaDropout() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public bool inplace { get => throw null!; set => throw null!; }
        public double p { get => throw null!; set => throw null!; }
    }

    public sealed class Dropout : ParameterLessModule<Tensor, Tensor>
    {
        internal Dropout() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public bool inplace { get => throw null!; set => throw null!; }
        public double p { get => throw null!; set => throw null!; }
    }

    public sealed class Dropout1d : ParameterLessModule<Tensor, Tensor>
    {
        internal Dropout1d() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public bool inplace { get => throw null!; set => throw null!; }
        public double p { get => throw null!; set => throw null!; }
    }

    public sealed class Dropout2d : ParameterLessModule<Tensor, Tensor>
    {
        internal Dropout2d() => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public bool inplace { get => throw null!; set => throw null!; }
        public double p { get => throw null!; set => throw null!; }
    }

    public sealed class Dropout3d : ParameterLessModule<Tensor, Tensor>
    {
        internal Dropout3d() => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public bool inplace { get => throw null!; set => throw null!; }
        public double p { get => throw null!; set => throw null!; }
    }

    public sealed class FeatureAlphaDropout : ParameterLessModule<Tensor, Tensor>
    {
        internal FeatureAlphaDropout() => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public bool inplace { get => throw null!; set => throw null!; }
        public double p { get => throw null!; set => throw null!; }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static AlphaDropout AlphaDropout(double p = 0.5, bool inplace = false) => throw null!;
            public static Dropout Dropout(double p = 0.5, bool inplace = false) => throw null!;
            public static Dropout1d Dropout1d(double p = 0.5, bool inplace = false) => throw null!;
            public static Dropout2d Dropout2d(double p = 0.5, bool inplace = false) => throw null!;
            public static Dropout3d Dropout3d(double p = 0.5, bool inplace = false) => throw null!;
            public static FeatureAlphaDropout FeatureAlphaDropout(double p, bool inplace) => throw null!;
            public static FeatureAlphaDropout FeatureAlphaDropout(double p = 0.5) => throw null!;

            public static partial class functional
            {
                public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) => throw null!;
                public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) => throw null!;
                public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) => throw null!;
                public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) => throw null!;
                public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) => throw null!;
                public static Tensor feature_alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) => throw null!;
            }
        }
    }
}
