using Regimen.Compiler.Formulas;

namespace Regimen.Compiler.Tests.Formulas;

/// <summary>What operators and casts do to single numbers.</summary>
internal static class Scalars
{
    /// <summary>An operator over operands of an element type.</summary>
    public static double Apply(Operator op, ElementType element, ReadOnlySpan<double> x, bool single) => op switch
    {
        Operator.Select => x[0] != 0 ? x[1] : x[2],
        Operator.Less => Truth(x[0] < x[1]),
        Operator.LessOrEqual => Truth(x[0] <= x[1]),
        Operator.Equal => Truth(x[0] == x[1]),
        Operator.And => Truth(x[0] != 0 && x[1] != 0),
        Operator.Or => Truth(x[0] != 0 || x[1] != 0),
        Operator.Not => Truth(x[0] == 0),
        _ when element == ElementType.Int32 => OfInt32(op, (int)x[0], x.Length > 1 ? (int)x[1] : 0),
        _ when element == ElementType.UInt32 => OfUInt32(op, (uint)x[0], x.Length > 1 ? (uint)x[1] : 0),
        _ => OfFloating(op, x, single && element == ElementType.Real),
    };

    /// <summary>
    /// The same number in another element type. Integers are truncated towards zero and wrap where they are unsigned; what has no defined
    /// value (beyond Int32, not a number) is refused.
    /// </summary>
    public static double Cast(double x, ElementType to) => to switch
    {
        ElementType.Real or ElementType.Double => x,
        ElementType.Float16 => (double)(Half)x,
        ElementType.BFloat16 => ToBFloat16(x),
        ElementType.Boolean => Truth(x != 0),
        _ when !double.IsFinite(x) => throw new ArgumentOutOfRangeException(nameof(x), $"{x} is no integer."),
        ElementType.Int32 => Math.Truncate(x) is >= int.MinValue and <= int.MaxValue
            ? Math.Truncate(x)
            : throw new ArgumentOutOfRangeException(nameof(x), $"{x} is no Int32."),
        ElementType.UInt32 => Wrap(Math.Truncate(x), 4294967296.0),
        ElementType.UInt8 => Wrap(Math.Truncate(x), 256),
        _ => throw new NotSupportedException($"Nothing is cast to {to} yet."),
    };

    /// <summary>Whether a number is one of the type's.</summary>
    public static bool Holds(ElementType element, double x) => element switch
    {
        ElementType.Real or ElementType.Double => true,
        ElementType.Int32 => x == (int)x,
        ElementType.UInt32 => x == (uint)x,
        ElementType.UInt8 => x == (byte)x,
        ElementType.Boolean => x is 0 or 1,
        _ => double.IsNaN(x) || x == Cast(x, element),
    };

    /// <summary>
    /// The error function to the last bits of a double, by erf(x) = 2/√π·exp(−x²)·Σ 2ⁿ·x²ⁿ⁺¹/(1·3·…·(2n+1)), whose terms don't cancel
    /// (Abramowitz and Stegun 1964, 7.1.6).
    /// </summary>
    public static double Erf(double x)
    {
        if (double.IsNaN(x))
            return x;
        if (Math.Abs(x) > 6)
            return Math.Sign(x);
        double term = x, sum = x;
        for (var n = 1; Math.Abs(term) > 1e-18 * Math.Abs(sum); n++)
            sum += term *= 2 * x * x / ((2 * n) + 1);
        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    /// <summary>log(1 + x), exact near 0 (Kahan's way: the error of 1 + x is divided out).</summary>
    public static double Log1p(double x)
    {
        var above = 1 + x;
        return above == 1 || double.IsInfinity(above) ? x : Math.Log(above) * (x / (above - 1));
    }

    public static double Sigmoid(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    private static double OfFloating(Operator op, ReadOnlySpan<double> x, bool single) => op switch
    {
        Operator.Negate => -x[0],
        Operator.Add => x[0] + x[1],
        Operator.Subtract => x[0] - x[1],
        Operator.Multiply => x[0] * x[1],
        Operator.Divide => x[0] / x[1],
        Operator.MultiplyAdd => single
            ? MathF.FusedMultiplyAdd((float)x[0], (float)x[1], (float)x[2])
            : Math.FusedMultiplyAdd(x[0], x[1], x[2]),
        Operator.Maximum => Math.Max(x[0], x[1]),
        Operator.Minimum => Math.Min(x[0], x[1]),
        Operator.Absolute => Math.Abs(x[0]),
        Operator.Floor => Math.Floor(x[0]),
        Operator.Exp => Math.Exp(x[0]),
        Operator.Log => Math.Log(x[0]),
        Operator.Log1p => Log1p(x[0]),
        Operator.Sqrt => Math.Sqrt(x[0]),
        Operator.Sin => Math.Sin(x[0]),
        Operator.Cos => Math.Cos(x[0]),
        Operator.Tanh => Math.Tanh(x[0]),
        Operator.Erf => Erf(x[0]),
        Operator.Sigmoid => Sigmoid(x[0]),
        _ => throw new NotSupportedException($"{op} has no meaning for floating types yet."),
    };

    private static double OfInt32(Operator op, int x, int y) => unchecked(op switch
    {
        Operator.Negate => -x,
        Operator.Add => x + y,
        Operator.Subtract => x - y,
        Operator.Multiply => x * y,
        Operator.Divide => x / y,
        Operator.Maximum => Math.Max(x, y),
        Operator.Minimum => Math.Min(x, y),
        Operator.Absolute => x < 0 ? -x : x,
        _ => throw new NotSupportedException($"{op} has no meaning for Int32."),
    });

    private static double OfUInt32(Operator op, uint x, uint y) => unchecked(op switch
    {
        Operator.Negate => 0 - x,
        Operator.Add => x + y,
        Operator.Subtract => x - y,
        Operator.Multiply => x * y,
        Operator.Divide => x / y,
        Operator.Maximum => Math.Max(x, y),
        Operator.Minimum => Math.Min(x, y),
        Operator.Absolute => x,
        _ => throw new NotSupportedException($"{op} has no meaning for UInt32."),
    });

    private static double Truth(bool holds) => holds ? 1 : 0;

    private static double Wrap(double whole, double modulus) => whole - (modulus * Math.Floor(whole / modulus));

    /// <summary>Nearest, ties to even, by way of float32 rounded to odd so that nothing is rounded twice.</summary>
    private static double ToBFloat16(double x)
    {
        var near = (float)x;
        if (!float.IsFinite(near))
            return near;
        var bits = BitConverter.SingleToUInt32Bits(near);
        if (near != x)
        {
            // Towards zero, then the last bit says that something was cut off.
            if (Math.Abs((double)near) > Math.Abs(x))
                bits--;
            bits |= 1;
        }

        bits = (bits + 0x7FFF + ((bits >> 16) & 1)) & 0xFFFF0000;
        return BitConverter.UInt32BitsToSingle(bits);
    }
}
