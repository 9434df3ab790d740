// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.

#nullable enable

namespace TorchSharp
{
    public static partial class torch
    {
        public partial class Tensor
        {
            public static Tensor operator +(Tensor left, Tensor right) => throw null!;
            public static Tensor operator +(Tensor left, Scalar right) => throw null!;
            public static Tensor operator +(Scalar left, Tensor right) => throw null!;
            public static Tensor operator +(Tensor left, int right) => throw null!;
            public static Tensor operator +(Tensor left, long right) => throw null!;
            public static Tensor operator +(Tensor left, float right) => throw null!;
            public static Tensor operator +(Tensor left, double right) => throw null!;
            public static Tensor operator +(int left, Tensor right) => throw null!;
            public static Tensor operator +(long left, Tensor right) => throw null!;
            public static Tensor operator +(float left, Tensor right) => throw null!;
            public static Tensor operator +(double left, Tensor right) => throw null!;
            public static Tensor operator *(Tensor left, Tensor right) => throw null!;
            public static Tensor operator *(Tensor left, Scalar right) => throw null!;
            public static Tensor operator *(Scalar left, Tensor right) => throw null!;
            public static Tensor operator *(Tensor left, int right) => throw null!;
            public static Tensor operator *(Tensor left, long right) => throw null!;
            public static Tensor operator *(Tensor left, float right) => throw null!;
            public static Tensor operator *(Tensor left, double right) => throw null!;
            public static Tensor operator *(int left, Tensor right) => throw null!;
            public static Tensor operator *(long left, Tensor right) => throw null!;
            public static Tensor operator *(float left, Tensor right) => throw null!;
            public static Tensor operator *(double left, Tensor right) => throw null!;
            public static Tensor operator -(Tensor left, Tensor right) => throw null!;
            public static Tensor operator -(Tensor left, Scalar right) => throw null!;
            public static Tensor operator -(Scalar left, Tensor right) => throw null!;
            public static Tensor operator -(Tensor left, int right) => throw null!;
            public static Tensor operator -(Tensor left, long right) => throw null!;
            public static Tensor operator -(Tensor left, float right) => throw null!;
            public static Tensor operator -(Tensor left, double right) => throw null!;
            public static Tensor operator -(int left, Tensor right) => throw null!;
            public static Tensor operator -(long left, Tensor right) => throw null!;
            public static Tensor operator -(float left, Tensor right) => throw null!;
            public static Tensor operator -(double left, Tensor right) => throw null!;
            public static Tensor operator /(Tensor left, Tensor right) => throw null!;
            public static Tensor operator /(Tensor left, Scalar right) => throw null!;
            public static Tensor operator /(Scalar left, Tensor right) => throw null!;
            public static Tensor operator /(Tensor left, int right) => throw null!;
            public static Tensor operator /(Tensor left, long right) => throw null!;
            public static Tensor operator /(Tensor left, float right) => throw null!;
            public static Tensor operator /(Tensor left, double right) => throw null!;
            public static Tensor operator /(int left, Tensor right) => throw null!;
            public static Tensor operator /(long left, Tensor right) => throw null!;
            public static Tensor operator /(float left, Tensor right) => throw null!;
            public static Tensor operator /(double left, Tensor right) => throw null!;
            public static Tensor operator %(Tensor left, Tensor right) => throw null!;
            public static Tensor operator %(Tensor left, Scalar right) => throw null!;
            public static Tensor operator %(Tensor left, int right) => throw null!;
            public static Tensor operator %(Tensor left, long right) => throw null!;
            public static Tensor operator %(Tensor left, float right) => throw null!;
            public static Tensor operator %(Tensor left, double right) => throw null!;
            public static Tensor operator &(Tensor left, Tensor right) => throw null!;
            public static Tensor operator |(Tensor left, Tensor right) => throw null!;
            public static Tensor operator ^(Tensor left, Tensor right) => throw null!;
            public static Tensor operator ~(Tensor left) => throw null!;
        }
    }
}
