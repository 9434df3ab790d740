// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.

#nullable enable

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
#nullable disable
            public static class init
            {
                public enum NonlinearityType { Linear = 0, Conv1D = 1, Conv2D = 2, Conv3D = 3, ConvTranspose1D = 4, ConvTranspose2D = 5, ConvTranspose3D = 6, Sigmoid = 7, Tanh = 8, ReLU = 9, LeakyReLU = 10 }
                public enum FanInOut { FanIn = 0, FanOut = 1 }
                public static double calculate_gain(NonlinearityType nonlinearity, double param = 0.0) => throw null!;
                public static Tensor ones_(Tensor tensor) => throw null!;
                public static Tensor zeros_(Tensor tensor) => throw null!;
                public static Tensor dirac_(Tensor tensor) => throw null!;
                public static Tensor eye_(Tensor tensor) => throw null!;
                public static Tensor constant_(Tensor tensor, Scalar val) => throw null!;
                public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator generator = null) => throw null!;
                public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator generator = null) => throw null!;
                public static Tensor trunc_normal_(Tensor tensor, double mean = 0.0, double std = 1.0, double a = -2.0, double b = 2.0, Generator generator = null) => throw null!;
                public static Tensor orthogonal_(Tensor tensor, double gain = 1.0) => throw null!;
                public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01) => throw null!;
                public static Tensor kaiming_uniform_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) => throw null!;
                public static Tensor kaiming_normal_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) => throw null!;
                public static Tensor xavier_uniform_(Tensor tensor, double gain = 1.0) => throw null!;
                public static Tensor glorot_uniform_(Tensor tensor, double gain = 1.0) => throw null!;
                public static Tensor xavier_normal_(Tensor tensor, double gain = 1.0) => throw null!;
                public static Tensor glorot_normal_(Tensor tensor, double gain = 1.0) => throw null!;
                public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor) => throw null!;
            }
        }
    }
}
