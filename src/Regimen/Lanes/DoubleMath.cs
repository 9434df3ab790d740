using System.Runtime.CompilerServices;

namespace Regimen.Lanes;

/// <summary>
/// Functions over float64 lanes, exact to a few units in the last place; erf absolutely. The polynomials are Chebyshev interpolations computed
/// with 60 digits. Not inlined: doubles serve tests of gradients, where the time to compile counts for more.
/// </summary>
internal static class DoubleMath
{
    /// <summary>1/(1 + exp(−x)): from exp(−|x|), which never overflows.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static V Sigmoid<V, T>(V x)
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged
    {
        var e = V.Exp(-V.Abs(x));
        return V.Select(V.Less(x, V.Zero), e, V.Of(1)) / (V.Of(1) + e);
    }

    /// <summary>log(1 + x) as log(u)·x/(u − 1) with u = 1 + x rounded: the quotient makes up for the rounding (Kahan; see Higham 2002, section 1.14.1).</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
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
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static V Tanh<V, T>(V x)
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged
    {
        var magnitude = V.Abs(x);
        var square = x * x;
        var near = V.Of(-2.4388316314720878041e-6);
        near = V.MultiplyAdd(near, square, V.Of(0.000012209921790162781662));
        near = V.MultiplyAdd(near, square, V.Of(-0.000037081069215442333853));
        near = V.MultiplyAdd(near, square, V.Of(0.000096041091570262659879));
        near = V.MultiplyAdd(near, square, V.Of(-0.00023888944636751173895));
        near = V.MultiplyAdd(near, square, V.Of(0.0005899818158388232071));
        near = V.MultiplyAdd(near, square, V.Of(-0.0014558283998303245859));
        near = V.MultiplyAdd(near, square, V.Of(0.0035921275075992522291));
        near = V.MultiplyAdd(near, square, V.Of(-0.0088632354998019925691));
        near = V.MultiplyAdd(near, square, V.Of(0.021869488535133222007));
        near = V.MultiplyAdd(near, square, V.Of(-0.053968253968235901344));
        near = V.MultiplyAdd(near, square, V.Of(0.13333333333333320761));
        near = V.MultiplyAdd(near, square, V.Of(-0.33333333333333333319));
        near = x * V.MultiplyAdd(near, square, V.Of(1));
        var far = V.Of(1) - (V.Of(2) / (V.Exp(magnitude + magnitude) + V.Of(1)));
        far = V.Select(V.Less(x, V.Zero), -far, far);
        return V.Select(V.Less(magnitude, V.Of(0.625)), near, far);
    }

    /// <summary>
    /// The error function: below 1 x + x·P(x²), above 1 − exp(−x²)·Q((x − 2)/(x + 2)), the variable of Shepherd and Laframboise 1981, "Chebyshev
    /// approximation of (1 + 2x) exp(x²) erfc x in 0 ≤ x &lt; ∞". From 6 on it is 1 in this precision.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static V Erf<V, T>(V x)
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged
    {
        var square = x * x;
        var near = V.Of(5.9571761477489114044e-11);
        near = V.MultiplyAdd(near, square, V.Of(-1.137284885679167367e-9));
        near = V.MultiplyAdd(near, square, V.Of(1.4659775274047435814e-8));
        near = V.MultiplyAdd(near, square, V.Of(-1.6350312701054695011e-7));
        near = V.MultiplyAdd(near, square, V.Of(1.6461000484121368033e-6));
        near = V.MultiplyAdd(near, square, V.Of(-0.000014925595266831181565));
        near = V.MultiplyAdd(near, square, V.Of(0.00012055331111642710923));
        near = V.MultiplyAdd(near, square, V.Of(-0.00085483269808337899052));
        near = V.MultiplyAdd(near, square, V.Of(0.0052239776248180144673));
        near = V.MultiplyAdd(near, square, V.Of(-0.026866170645076793248));
        near = V.MultiplyAdd(near, square, V.Of(0.11283791670954878666));
        near = V.MultiplyAdd(near, square, V.Of(-0.37612638903183748056));
        near = V.MultiplyAdd(near, square, V.Of(0.1283791670955125738));
        var magnitude = V.Min(V.Abs(x), V.Of(6));
        var t = (magnitude - V.Of(2)) / (magnitude + V.Of(2));
        var far = V.Of(-1.1352571477273626449e-6);
        far = V.MultiplyAdd(far, t, V.Of(1.2725676618402280187e-6));
        far = V.MultiplyAdd(far, t, V.Of(4.0117496473250669268e-6));
        far = V.MultiplyAdd(far, t, V.Of(1.3058577122278016484e-6));
        far = V.MultiplyAdd(far, t, V.Of(-0.000013998283772784976905));
        far = V.MultiplyAdd(far, t, V.Of(-0.000027562209161129353015));
        far = V.MultiplyAdd(far, t, V.Of(0.00002752717555722724734));
        far = V.MultiplyAdd(far, t, V.Of(0.00017435947400205157559));
        far = V.MultiplyAdd(far, t, V.Of(0.00004355558686575481596));
        far = V.MultiplyAdd(far, t, V.Of(-0.00098197694110386426516));
        far = V.MultiplyAdd(far, t, V.Of(-0.00084714325299195004764));
        far = V.MultiplyAdd(far, t, V.Of(0.0069974617369715787448));
        far = V.MultiplyAdd(far, t, V.Of(0.0037328924043978337732));
        far = V.MultiplyAdd(far, t, V.Of(-0.078978581015706104005));
        far = V.MultiplyAdd(far, t, V.Of(0.24165819424246584646));
        far = V.MultiplyAdd(far, t, V.Of(-0.42718584741395848609));
        far = V.MultiplyAdd(far, t, V.Of(0.25539567631050574451));
        far = V.Of(1) - (V.Exp(-(magnitude * magnitude)) * far);
        far = V.Select(V.Less(x, V.Zero), -far, far);
        return V.Select(V.Less(magnitude, V.Of(1)), V.MultiplyAdd(near, x, x), far);
    }
}
