using System.Runtime.CompilerServices;

namespace Regimen.Lanes;

/// <summary>Mean and sum of squared deviations, block of rows after block (Chan, Golub and LeVeque 1983).</summary>
public static unsafe class Moments
{
    /// <summary>Merges a block of rows into the moments of the rows before it.</summary>
    /// <typeparam name="V">The lanes.</typeparam>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="mean">Means of the rows before, of this block of lanes; updated.</param>
    /// <param name="squares">Their squared deviations, summed; updated.</param>
    /// <param name="count">Lanes in the block.</param>
    /// <param name="rowsBefore">Rows merged before; with 0, what stands there counts for nothing but must be finite.</param>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="blockMean">Their mean.</param>
    /// <param name="blockSquares">Their squared deviations from it, summed.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Merge<V, T>(T* mean, T* squares, int count, long rowsBefore, int rows, V blockMean, V blockSquares)
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged
    {
        var before = V.Load(mean, count);
        var delta = blockMean - before;
        var share = (double)rows / (rowsBefore + rows);
        V.Store(V.MultiplyAdd(delta, V.Of(share), before), mean, count);
        V.Store(V.Load(squares, count) + blockSquares + (delta * delta * V.Of(share * rowsBefore)), squares, count);
    }
}
