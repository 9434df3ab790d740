using System.Runtime.CompilerServices;

namespace Regimen.Lanes;

/// <summary>
/// Functions over float32 lanes, exact to a few units in the last place from the smallest to the largest argument. The polynomials are Chebyshev
/// interpolations computed with 60 digits.
/// </summary>
internal static class SingleMath
{
    /// <summary>2⁻³², the step from one random word to the next.</summary>
    public const float UnitScale = 1 / 4294967296f;

    /// <summary>Half a step.</summary>
    public const float UnitOffset = UnitScale / 2;

    /// <summary>1/(1 + exp(−x)): from exp(−|x|), which never overflows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sigmoid<V, T>(V x)
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged
    {
        var e = V.Exp(-V.Abs(x));
        return V.Select(V.Less(x, V.Zero), e, V.Of(1)) / (V.Of(1) + e);
    }

    /// <summary>log(1 + x) as log(u)·x/(u − 1) with u = 1 + x rounded: the quotient makes up for the rounding (Kahan; see Higham 2002, section 1.14.1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log1p<V, T>(V x)
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged
    {
        var one = V.Of(1);
        var u = one + x;
        var log = V.Log(u);
        var result = V.Select(V.Equal(u, one), x, log * (x / (u - one)));
        return V.Select(V.Equal(u, x), log, result);
    }

    /// <summary>Hyperbolic tangent: below 0.625 x + x³·P(x²), above 1 − 2/(exp(2|x|) + 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Tanh<V, T>(V x)
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged
    {
        var magnitude = V.Abs(x);
        var square = x * x;
        var near = V.Of(0.002292744816);
        near = V.MultiplyAdd(near, square, V.Of(-0.008343945516));
        near = V.MultiplyAdd(near, square, V.Of(0.02176891865));
        near = V.MultiplyAdd(near, square, V.Of(-0.05395925958));
        near = V.MultiplyAdd(near, square, V.Of(0.1333330356));
        near = V.MultiplyAdd(near, square, V.Of(-0.3333333317));
        near = V.MultiplyAdd(near, square * x, x);
        var far = V.Of(1) - (V.Of(2) / (V.Exp(magnitude + magnitude) + V.Of(1)));
        far = V.Select(V.Less(x, V.Zero), -far, far);
        return V.Select(V.Less(magnitude, V.Of(0.625)), near, far);
    }

    /// <summary>
    /// The error function: below 1 x·P(x²), above 1 − exp(−x²)·Q((x − 2)/(x + 2)), the variable of Shepherd and Laframboise 1981, "Chebyshev
    /// approximation of (1 + 2x) exp(x²) erfc x in 0 ≤ x &lt; ∞". From 4 on it is 1 in this precision.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Erf<V, T>(V x)
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged
    {
        var square = x * x;
        var near = V.Of(7.875875063e-5);
        near = V.MultiplyAdd(near, square, V.Of(-0.0008016864287));
        near = V.MultiplyAdd(near, square, V.Of(0.005189087423));
        near = V.MultiplyAdd(near, square, V.Of(-0.02685421201));
        near = V.MultiplyAdd(near, square, V.Of(0.1128359472));
        near = V.MultiplyAdd(near, square, V.Of(-0.3761262667));
        near = V.MultiplyAdd(near, square, V.Of(1.128379166));
        var magnitude = V.Min(V.Abs(x), V.Of(4));
        var t = (magnitude - V.Of(2)) / (magnitude + V.Of(2));
        var far = V.Of(-0.0008379754387);
        far = V.MultiplyAdd(far, t, V.Of(0.006811140131));
        far = V.MultiplyAdd(far, t, V.Of(0.003732371759));
        far = V.MultiplyAdd(far, t, V.Of(-0.07896830613));
        far = V.MultiplyAdd(far, t, V.Of(0.2416582015));
        far = V.MultiplyAdd(far, t, V.Of(-0.4271859898));
        far = V.MultiplyAdd(far, t, V.Of(0.2553956763));
        far = V.Of(1) - (V.Exp(-(magnitude * magnitude)) * far);
        far = V.Select(V.Less(x, V.Zero), -far, far);
        return V.Select(V.Less(magnitude, V.Of(1)), near * x, far);
    }
}
