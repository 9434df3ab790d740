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

    // ln 2 in two parts, the first with so few digits that its product with an exponent is exact (Cody and Waite 1980).
    private const double Ln2High = 0.693359375;
    private const double Ln2Low = -2.12194440e-4;

    // 1.5·2²³: a float of this size has no digits behind the point.
    private const double Whole = 12582912;

    /// <summary>2ⁿ·exp(r) with n the whole number next to x/ln 2 and r = x − n·ln 2, which is taken in two parts so that it is exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp<V, T>(V x)
        where V : unmanaged, ILanes<V, T>, IPowersOfTwo<V>
        where T : unmanaged
    {
        // Beyond these the result is 0 or infinite anyway.
        x = V.Max(V.Min(x, V.Of(89)), V.Of(-104));
        var n = V.MultiplyAdd(x, V.Of(1.44269504), V.Of(Whole)) - V.Of(Whole);
        var r = V.MultiplyAdd(n, V.Of(-Ln2High), x);
        r = V.MultiplyAdd(n, V.Of(-Ln2Low), r);
        var p = V.Of(0.0013926176122);
        p = V.MultiplyAdd(p, r, V.Of(0.0083631730762));
        p = V.MultiplyAdd(p, r, V.Of(0.041666554662));
        p = V.MultiplyAdd(p, r, V.Of(0.16666577026));
        p = V.MultiplyAdd(p, r, V.Of(0.5));
        p = V.MultiplyAdd(p, r * r, r) + V.Of(1);
        return V.Scale(p, n);
    }

    /// <summary>n·ln 2 + log(1 + f) with x = 2ⁿ·(1 + f) and 1 + f between √½ and √2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log<V, T>(V x)
        where V : unmanaged, ILanes<V, T>, IPowersOfTwo<V>
        where T : unmanaged
    {
        var n = V.Exponent(x);
        var mantissa = V.Scale(x, -n);
        var large = V.Less(V.Of(1.41421356), mantissa);
        n = V.Select(large, n + V.Of(1), n);
        var f = V.Select(large, mantissa * V.Of(0.5), mantissa) - V.Of(1);
        var square = f * f;
        var p = V.Of(0.069716114715);
        p = V.MultiplyAdd(p, f, V.Of(-0.11479733847));
        p = V.MultiplyAdd(p, f, V.Of(0.11685419923));
        p = V.MultiplyAdd(p, f, V.Of(-0.12425687331));
        p = V.MultiplyAdd(p, f, V.Of(0.14249057646));
        p = V.MultiplyAdd(p, f, V.Of(-0.1666780232));
        p = V.MultiplyAdd(p, f, V.Of(0.20000715749));
        p = V.MultiplyAdd(p, f, V.Of(-0.24999996958));
        p = V.MultiplyAdd(p, f, V.Of(0.3333333118));
        p = V.MultiplyAdd(p, square * f, n * V.Of(Ln2Low));
        p = V.MultiplyAdd(square, V.Of(-0.5), p) + f;
        p = V.MultiplyAdd(n, V.Of(Ln2High), p);
        p = V.Select(V.Less(x, V.Of(double.PositiveInfinity)), p, x);
        return V.Select(V.Less(V.Zero, x), p, V.Select(V.Equal(x, V.Zero), V.Of(double.NegativeInfinity), V.Of(double.NaN)));
    }

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

    /// <summary>Hyperbolic tangent: below 0.625 x·(1 + x²·P(x²)), above 1 − 2/(exp(2|x|) + 1).</summary>
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
        near = x * V.MultiplyAdd(near, square, V.Of(1));
        var far = V.Of(1) - (V.Of(2) / (V.Exp(magnitude + magnitude) + V.Of(1)));
        far = V.Select(V.Less(x, V.Zero), -far, far);
        return V.Select(V.Less(magnitude, V.Of(0.625)), near, far);
    }

    /// <summary>
    /// The error function: below 1 x + x·P(x²), above 1 − exp(−x²)·Q((x − 2)/(x + 2)), the variable of Shepherd and Laframboise 1981, "Chebyshev
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
        near = V.MultiplyAdd(near, square, V.Of(0.128379166));
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
        return V.Select(V.Less(magnitude, V.Of(1)), V.MultiplyAdd(near, x, x), far);
    }
}
