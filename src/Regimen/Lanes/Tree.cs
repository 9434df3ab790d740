using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Regimen.Lanes;

/// <summary>Joins the lanes of a register, always in the same order.</summary>
internal static class Tree
{
    /// <summary>Halves added until one is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<double> value)
    {
        var four = value.GetLower() + value.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two.ToScalar() + two.GetElement(1);
    }

    /// <summary>The largest; NaN if any is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Largest(Vector512<double> value)
    {
        var four = Vector256.Max(value.GetLower(), value.GetUpper());
        var two = Vector128.Max(four.GetLower(), four.GetUpper());
        return double.Max(two.ToScalar(), two.GetElement(1));
    }

    /// <inheritdoc cref="Largest(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Largest(Vector256<float> value)
    {
        var four = Vector128.Max(value.GetLower(), value.GetUpper());
        var two = Vector128.Max(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return float.Max(two.ToScalar(), two.GetElement(1));
    }
}
