using System.Runtime.CompilerServices;

namespace Regimen.Lanes;

/// <summary>Sixteen values in memory: the way for lanes that no instruction reads or writes at once.</summary>
/// <typeparam name="T">A primitive.</typeparam>
[InlineArray(Lane.Count)]
internal unsafe struct Sixteen<T>
    where T : unmanaged
{
    private T first;

    /// <summary>Reads values <paramref name="stride"/> elements apart; the rest are 0.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Sixteen<T> Gather(T* source, long stride, int count)
    {
        Sixteen<T> values = default;
        for (var lane = 0; lane < count; lane++)
            values[lane] = source[lane * stride];
        return values;
    }

    /// <summary>Writes values <paramref name="stride"/> elements apart.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Scatter(in Sixteen<T> values, T* target, long stride, int count)
    {
        for (var lane = 0; lane < count; lane++)
            target[lane * stride] = values[lane];
    }
}
