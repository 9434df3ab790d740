// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.

#nullable enable

namespace TorchSharp
{
    public static partial class torch
    {
#nullable disable
        public partial class Tensor
        {
            public Tensor angle() => throw null!;
            public Tensor asin() => throw null!;
            public Tensor arcsin() => throw null!;
            public Tensor asin_() => throw null!;
            public Tensor arcsin_() => throw null!;
            public Tensor acos() => throw null!;
            public Tensor arccos() => throw null!;
            public Tensor acos_() => throw null!;
            public Tensor arccos_() => throw null!;
            public Tensor atan() => throw null!;
            public Tensor arctan() => throw null!;
            public Tensor arctan(Tensor other) => throw null!;
            public Tensor arctan_(Tensor other) => throw null!;
            public Tensor atan_() => throw null!;
            public Tensor arctan_() => throw null!;
            public Tensor atan2(Tensor other) => throw null!;
            public Tensor arctan2_(Tensor other) => throw null!;
            public Tensor arctan2(Tensor other) => throw null!;
            public Tensor atan2_(Tensor other) => throw null!;
            public Tensor cos() => throw null!;
            public Tensor cos_() => throw null!;
            public Tensor sin() => throw null!;
            public Tensor sin_() => throw null!;
            public Tensor tan() => throw null!;
            public Tensor tan_() => throw null!;
            public Tensor sinc() => throw null!;
            public Tensor sinc_() => throw null!;
            public Tensor sinh() => throw null!;
            public Tensor sinh_() => throw null!;
            public Tensor cosh() => throw null!;
            public Tensor cosh_() => throw null!;
            public Tensor tanh() => throw null!;
            public Tensor tanh_() => throw null!;
            public Tensor arcsinh() => throw null!;
            public Tensor asinh() => throw null!;
            public Tensor arcsinh_() => throw null!;
            public Tensor asinh_() => throw null!;
            public Tensor arccosh() => throw null!;
            public Tensor acosh() => throw null!;
            public Tensor arccosh_() => throw null!;
            public Tensor acosh_() => throw null!;
            public Tensor arctanh() => throw null!;
            public Tensor atanh() => throw null!;
            public Tensor arctanh_() => throw null!;
            public Tensor atanh_() => throw null!;
        }
    }
}
