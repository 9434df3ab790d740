using System.Runtime.CompilerServices;

namespace Regimen.Kernels;

/// <summary>Whole numbers as generated kernels index with them.</summary>
public static class Indices
{
    /// <summary>Whether an index lies in [0, length).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsIn(long index, long length) => (ulong)index < (ulong)length;

    /// <summary>index/divisor, rounded towards minus infinity.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Quotient(long index, long divisor) => index >= 0 ? index / divisor : -((divisor - 1 - index) / divisor);

    /// <summary>What that quotient leaves, in [0, divisor).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Remainder(long index, long divisor) => index - (Quotient(index, divisor) * divisor);
}
