using System.Runtime.CompilerServices;
using Regimen.Torch;

namespace Regimen.Kernels;

/// <summary>
/// Splits the work of a kernel over libtorch's threads. A kernel runs over a fixed number of chunks that depends on the work alone, so its
/// partial sums, and with them every result, are the same on any number of threads.
/// </summary>
public static unsafe class Chunks
{
    /// <summary>The most chunks a kernel is split into; reductions keep one partial sum per chunk.</summary>
    public const int Most = 16;

    /// <summary>How many chunks <paramref name="units"/> units are worth, each chunk having at least <paramref name="atLeast"/> of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int For(long units, long atLeast) => (int)Math.Clamp(units / Math.Max(1, atLeast), 1, Most);

    /// <summary>First unit of a chunk; the chunk ends where the next begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Start(long units, int chunks, long chunk) => units * chunk / chunks;

    /// <summary>Runs <paramref name="body"/> over [0, <paramref name="chunks"/>), in parallel where there is more than one.</summary>
    public static void Run(int chunks, delegate* unmanaged[Cdecl]<long, long, void*, void> body, void* context)
    {
        if (chunks == 1)
            body(0, 1, context);
        else
            LibTorch.ParallelFor(0, chunks, 1, body, context);
    }
}
