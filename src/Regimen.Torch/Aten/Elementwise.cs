using Regimen.Torch.Loading;

namespace Regimen.Torch;

public static unsafe partial class Aten
{
    /// <summary>self + alpha·other, with broadcasting.</summary>
    /// <param name="self">One summand.</param>
    /// <param name="other">The other.</param>
    /// <param name="alpha">The other's factor.</param>
    /// <returns>The sum.</returns>
    public static Tensor Add(Tensor self, Tensor other, double alpha = 1)
    {
        // alpha is a Scalar in the operator's schema; the typed function takes a double.
        var api = Native.Api;
        RequireTensors(self, other);
        var function = OnCuda(self) ? api->AddCuda : api->AddCpu;
        RequireKernel(function != null, "aten::add.Tensor");
        nint sum;
        Native.Check(function(self.Handle, other.Handle, alpha, &sum), "aten::add.Tensor");
        return new(sum);
    }

    /// <summary>self += alpha·other, with broadcasting of the other.</summary>
    /// <param name="self">Added to.</param>
    /// <param name="other">What is added.</param>
    /// <param name="alpha">Its factor.</param>
    /// <remarks>
    /// The in-place operator has a Scalar and no typed function, so this is a sum and a copy: correct on every libtorch, twice
    /// the memory traffic. Loops that count time fuse the addition into a kernel.
    /// </remarks>
    public static void AddInPlace(Tensor self, Tensor other, double alpha = 1)
    {
        var sum = Add(self, other, alpha);
        CopyFrom(self, sum);
        sum.Free();
    }

    /// <summary>self − other, with broadcasting.</summary>
    /// <param name="self">The minuend.</param>
    /// <param name="other">The subtrahend.</param>
    /// <returns>The difference.</returns>
    public static Tensor Sub(Tensor self, Tensor other) => Add(self, other, -1);

    /// <summary>self · other, with broadcasting.</summary>
    /// <param name="self">One factor.</param>
    /// <param name="other">The other.</param>
    /// <returns>The product.</returns>
    public static Tensor Mul(Tensor self, Tensor other) => Binary("aten::mul\0"u8, "Tensor\0"u8, self, other);

    /// <summary>self · factor.</summary>
    /// <param name="self">The tensor.</param>
    /// <param name="factor">The number.</param>
    /// <returns>The product.</returns>
    public static Tensor Mul(Tensor self, double factor)
    {
        var scalar = ScalarTensor.For(self, factor);
        var product = Mul(self, scalar);
        scalar.Free();
        return product;
    }

    /// <summary>self *= other, with broadcasting of the other.</summary>
    /// <param name="self">Multiplied.</param>
    /// <param name="other">The factor.</param>
    public static void MulInPlace(Tensor self, Tensor other) => BinaryInPlace("aten::mul_\0"u8, self, other);

    /// <summary>self *= factor.</summary>
    /// <param name="self">Multiplied.</param>
    /// <param name="factor">The number.</param>
    public static void MulInPlace(Tensor self, double factor)
    {
        var scalar = ScalarTensor.For(self, factor);
        MulInPlace(self, scalar);
        scalar.Free();
    }

    /// <summary>self / other, with broadcasting.</summary>
    /// <param name="self">The dividend.</param>
    /// <param name="other">The divisor.</param>
    /// <returns>The quotient.</returns>
    public static Tensor Div(Tensor self, Tensor other) => Binary("aten::div\0"u8, "Tensor\0"u8, self, other);

    /// <summary>self /= divisor.</summary>
    /// <param name="self">Divided.</param>
    /// <param name="divisor">The number.</param>
    public static void DivInPlace(Tensor self, double divisor)
    {
        var scalar = ScalarTensor.For(self, divisor);
        BinaryInPlace("aten::div_\0"u8, self, scalar);
        scalar.Free();
    }

    /// <summary>The exponential function.</summary>
    /// <param name="self">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    public static Tensor Exp(Tensor self) => Unary("aten::exp\0"u8, self);

    /// <summary>The logarithm of 1 + self, exact also where self is far below 1.</summary>
    /// <param name="self">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    public static Tensor Log1P(Tensor self) => Unary("aten::log1p\0"u8, self);

    /// <summary>The negative.</summary>
    /// <param name="self">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    public static Tensor Neg(Tensor self) => Unary("aten::neg\0"u8, self);

    /// <summary>Where the elements are equal, with broadcasting.</summary>
    /// <param name="self">One tensor.</param>
    /// <param name="other">The other.</param>
    /// <returns>A tensor of truth values.</returns>
    public static Tensor Eq(Tensor self, Tensor other) => Binary("aten::eq\0"u8, "Tensor\0"u8, self, other);

    /// <summary>Sets every element to a number.</summary>
    /// <param name="self">The tensor.</param>
    /// <param name="value">The number; cut to an integer where the elements are integers.</param>
    public static void Fill(Tensor self, double value)
    {
        var scalar = ScalarTensor.For(self, value);
        BinaryInPlace("aten::fill_\0"u8, self, scalar);
        scalar.Free();
    }

    /// <summary>Sets every element to zero.</summary>
    /// <param name="self">The tensor.</param>
    public static void Zero(Tensor self) =>
        Dispatcher.CallInPlace("aten::zero_\0"u8, "\0"u8, [Dispatcher.Encode(self)]);

    private static Tensor Unary(ReadOnlySpan<byte> name, Tensor self) =>
        Dispatcher.CallForTensor(name, "\0"u8, [Dispatcher.Encode(self)]);

    private static Tensor Binary(ReadOnlySpan<byte> name, ReadOnlySpan<byte> overload, Tensor left, Tensor right) =>
        Dispatcher.CallForTensor(name, overload, [Dispatcher.Encode(left), Dispatcher.Encode(right)]);

    private static void BinaryInPlace(ReadOnlySpan<byte> name, Tensor self, Tensor other) =>
        Dispatcher.CallInPlace(name, "Tensor\0"u8, [Dispatcher.Encode(self), Dispatcher.Encode(other)]);
}
