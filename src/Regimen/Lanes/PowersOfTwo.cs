using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Regimen.Lanes;

/// <summary>What exponential function and logarithm need of the binary form of a number.</summary>
internal interface IPowersOfTwo<TSelf>
    where TSelf : unmanaged, IPowersOfTwo<TSelf>
{
    /// <summary>value·2ⁿ for whole n from −300 to 300, rounded once.</summary>
    static abstract TSelf Scale(TSelf value, TSelf n);

    /// <summary>The whole n with 2ⁿ ≤ value &lt; 2ⁿ⁺¹, of finite numbers above 0.</summary>
    static abstract TSelf Exponent(TSelf value);
}

/// <summary>The same over registers. Both widths give the same bits.</summary>
internal static class PowersOfTwo
{
    private const int Bias = 127;
    private const int MantissaBits = 23;

    /// <inheritdoc cref="IPowersOfTwo{TSelf}.Scale"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Scale(Vector512<float> value, Vector512<float> n)
    {
        if (Avx512F.IsSupported)
            return Avx512F.Scale(value, n);
        return Vector512.Create(Scale(value.GetLower(), n.GetLower()), Scale(value.GetUpper(), n.GetUpper()));
    }

    /// <inheritdoc cref="IPowersOfTwo{TSelf}.Scale"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Scale(Vector256<float> value, Vector256<float> n)
    {
        // In two steps, since 2ⁿ alone may not be a float. The first is exact, so only the second rounds.
        var whole = Vector256.ConvertToInt32Native(n);
        var half = whole >> 1;
        var bias = Vector256.Create(Bias);
        return value * ((half + bias) << MantissaBits).AsSingle() * ((whole - half + bias) << MantissaBits).AsSingle();
    }

    /// <inheritdoc cref="IPowersOfTwo{TSelf}.Exponent"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exponent(Vector512<float> value)
    {
        if (Avx512F.IsSupported)
            return Avx512F.GetExponent(value);
        return Vector512.Create(Exponent(value.GetLower()), Exponent(value.GetUpper()));
    }

    /// <inheritdoc cref="IPowersOfTwo{TSelf}.Exponent"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exponent(Vector256<float> value)
    {
        // Subnormal numbers have no exponent of their own until they are multiplied.
        const float SmallestNormal = 1.17549435e-38f;
        const int Lift = 32;
        var small = Vector256.LessThan(value, Vector256.Create(SmallestNormal));
        var lifted = Vector256.ConditionalSelect(small, value * Vector256.Create((float)(1L << Lift)), value);
        var exponent = Vector256.ConvertToSingle((lifted.AsInt32() >> MantissaBits) - Vector256.Create(Bias));
        return exponent - (small & Vector256.Create((float)Lift));
    }
}
