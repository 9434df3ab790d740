using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Regimen.Torch;

namespace Regimen.Lanes;

/// <summary>
/// Adds rows to the rows of a table that their positions name, such as the gradient of an embedding. Threads share the columns, and each visits
/// the rows in order, so rows that meet are added in the same order on any number of threads.
/// </summary>
public static unsafe class ScatterAdd
{
    /// <summary><c>target[positions[r], c] += values[r, c]</c>.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="values">[rows, width].</param>
    /// <param name="positions">[rows]: rows of the target, which are not checked.</param>
    /// <param name="rows">Rows to add, at least 0.</param>
    /// <param name="width">Columns.</param>
    /// <param name="target">[…, width], updated; shares no memory with the values.</param>
    public static void Run<T>(T* values, int* positions, long rows, int width, T* target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var blocks = (width + Lane.Count - 1) / Lane.Count;
        var call = new Call { Values = values, Positions = positions, Rows = rows, Width = width, Target = target, Blocks = blocks, Chunks = Launch.Chunks(blocks, rows * Lane.Count) };
        call.Body = typeof(T) == typeof(double) ? &Columns<T, Lanes64<T, Full>, Lanes64<T, Part>>
            : Vector512.IsHardwareAccelerated ? &Columns<T, Lanes512<T, Full>, Lanes512<T, Part>>
            : &Columns<T, Lanes256<T, Full>, Lanes256<T, Part>>;
        if (call.Chunks == 1)
            call.Body(ref call, 0);
        else
            LibTorch.ParallelFor(0, call.Chunks, 1, &Callback, &call);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Callback(long first, long end, void* context)
    {
        ref var call = ref *(Call*)context;
        for (var chunk = first; chunk < end; chunk++)
            call.Body(ref call, chunk);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns<T, V, P>(ref Call call, long chunk)
        where T : unmanaged
        where V : unmanaged, ILanes<V, T>
        where P : unmanaged, ILanes<P, T>
    {
        var first = (int)Launch.Start(call.Blocks, call.Chunks, chunk) * Lane.Count;
        var end = Math.Min(call.Width, (int)Launch.Start(call.Blocks, call.Chunks, chunk + 1) * Lane.Count);
        var full = end - ((end - first) % Lane.Count);
        var positions = call.Positions;
        var (rows, width) = (call.Rows, call.Width);
        for (var row = 0L; row < rows; row++)
        {
            var from = (T*)call.Values + (row * width);
            var to = (T*)call.Target + ((long)positions[row] * width);
            for (var column = first; column < full; column += Lane.Count)
                V.Store(V.Load(to + column, Lane.Count) + V.Load(from + column, Lane.Count), to + column, Lane.Count);
            if (full < end)
                P.Store(P.Load(to + full, end - full) + P.Load(from + full, end - full), to + full, end - full);
        }
    }

    private struct Call
    {
        public delegate*<ref Call, long, void> Body;
        public void* Values;
        public void* Target;
        public int* Positions;
        public long Rows;
        public int Width;
        public int Blocks;
        public int Chunks;
    }
}
