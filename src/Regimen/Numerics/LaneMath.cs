using System.Runtime.CompilerServices;

namespace Regimen.Numerics;

/// <summary>Functions of activations over lanes. All are exact to a few units in the last place of float32 unless said.</summary>
public static class LaneMath
{
    /// <summary>1 / (1 + exp(−x)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sigmoid<V>(V x)
        where V : unmanaged, ILanes<V> => V.Of(1f) / (V.Of(1f) + V.Exp(V.Zero - x));

    /// <summary>Derivative of <see cref="Sigmoid"/>: e/(1 + e)² with e = exp(−|x|). As s·(1 − s) it would cancel where s is near 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SigmoidSlope<V>(V x)
        where V : unmanaged, ILanes<V>
    {
        var e = V.Exp(V.Zero - V.Abs(x));
        var sum = V.Of(1f) + e;
        return e / (sum * sum);
    }

    /// <summary>Derivative of <see cref="Tanh"/>, four times that of the sigmoid at 2x. As 1 − t² it would cancel where t is near 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V TanhSlope<V>(V x)
        where V : unmanaged, ILanes<V> => V.Of(4f) * SigmoidSlope(x + x);

    /// <summary>Hyperbolic tangent by (1 − e)/(1 + e) with e = exp(−2|x|); by x − x³/3 + 2x⁵/15 near 0, where the difference would cancel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Tanh<V>(V x)
        where V : unmanaged, ILanes<V>
    {
        var magnitude = V.Abs(x);
        var e = V.Exp(V.Of(-2f) * magnitude);
        var far = (V.Of(1f) - e) / (V.Of(1f) + e);
        var square = x * x;
        var near = magnitude * V.MultiplyAdd(square, V.MultiplyAdd(square, V.Of(2f / 15f), V.Of(-1f / 3f)), V.Of(1f));
        var result = V.Select(V.Greater(V.Of(0.05f), magnitude), near, far);
        return V.Select(V.Greater(V.Zero, x), V.Zero - result, result);
    }

    /// <summary>Distribution function Φ of the standard normal distribution, to an absolute 2e-7 (Abramowitz and Stegun 1964, formula 7.1.26, over float32).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V NormalDistribution<V>(V x)
        where V : unmanaged, ILanes<V>
    {
        var z = V.Abs(x) * V.Of(0.70710678f);
        var t = V.Of(1f) / V.MultiplyAdd(z, V.Of(0.3275911f), V.Of(1f));
        var p = V.MultiplyAdd(t, V.Of(1.061405429f), V.Of(-1.453152027f));
        p = V.MultiplyAdd(t, p, V.Of(1.421413741f));
        p = V.MultiplyAdd(t, p, V.Of(-0.284496736f));
        p = V.MultiplyAdd(t, p, V.Of(0.254829592f));
        var tail = V.Of(0.5f) * p * t * V.Exp(V.Zero - (z * z));
        return V.Select(V.Greater(V.Zero, x), tail, V.Of(1f) - tail);
    }

    /// <summary>Density of the standard normal distribution.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V NormalDensity<V>(V x)
        where V : unmanaged, ILanes<V> => V.Of(0.39894228f) * V.Exp(V.Of(-0.5f) * x * x);
}
