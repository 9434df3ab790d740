using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Regimen.Torch;

namespace Regimen.Lanes;

/// <summary>
/// Runs kernels: splits units over libtorch's threads and lanes into registers. A kernel is split into chunks whose number depends on the work
/// alone, so what is joined over units has the same bits on any number of threads. Makes no managed object.
/// </summary>
public static unsafe class Launch
{
    /// <summary>The most chunks of a launch.</summary>
    public const int MostChunks = 16;

    /// <summary>Lanes of a unit of <see cref="Flat"/>.</summary>
    public const int FlatUnit = 4_096;

    private const long WorkPerChunk = 8_192;

    /// <summary>First unit of a chunk; the chunk ends where the next begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Start(long units, int chunks, long chunk) => units * chunk / chunks;

    /// <summary>Runs a kernel for every block of lanes of every unit.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="units">Units, at least 0.</param>
    /// <param name="lanes">Lanes of a unit.</param>
    /// <param name="workPerUnit">Elements that a unit computes, all lanes together: what decides the number of chunks.</param>
    /// <param name="partials">What it joins over units, or nothing.</param>
    public static void Lanes<K, T>(in K kernel, long units, int lanes, long workPerUnit, Partials<T>? partials = null)
        where K : unmanaged, ILaneKernel<K, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var chunks = Chunks(units, workPerUnit);
        fixed (K* k = &kernel)
        {
            var call = new Call<K, T> { Kernel = k, Units = units, Lanes = lanes, Chunks = chunks };
            call.Partials = partials is null ? default : partials.Begin(units, chunks);
            if (typeof(T) == typeof(double))
                call.Body = &LaneBody<K, T, Lanes64<T, Full>, Lanes64<T, Part>>;
            else if (Vector512.IsHardwareAccelerated)
                call.Body = &LaneBody<K, T, Lanes512<T, Full>, Lanes512<T, Part>>;
            else
                call.Body = &LaneBody<K, T, Lanes256<T, Full>, Lanes256<T, Part>>;
            Run(ref call);
        }
    }

    /// <summary>Runs a kernel of one dimension. Its units are blocks of <see cref="FlatUnit"/> lanes; a lane it is given counts from the beginning of all.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="lanes">Lanes, at most 2³¹ − 1.</param>
    /// <param name="partials">What it joins, or nothing.</param>
    public static void Flat<K, T>(in K kernel, long lanes, Partials<T>? partials = null)
        where K : unmanaged, ILaneKernel<K, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lanes, int.MaxValue);
        var units = (lanes + FlatUnit - 1) / FlatUnit;
        var chunks = Chunks(units, FlatUnit);
        fixed (K* k = &kernel)
        {
            var call = new Call<K, T> { Kernel = k, Units = units, Lanes = (int)lanes, Chunks = chunks };
            call.Partials = partials is null ? default : partials.Begin(units, chunks);
            if (typeof(T) == typeof(double))
                call.Body = &FlatBody<K, T, Lanes64<T, Full>, Lanes64<T, Part>>;
            else if (Vector512.IsHardwareAccelerated)
                call.Body = &FlatBody<K, T, Lanes512<T, Full>, Lanes512<T, Part>>;
            else
                call.Body = &FlatBody<K, T, Lanes256<T, Full>, Lanes256<T, Part>>;
            Run(ref call);
        }
    }

    /// <summary>Runs a kernel that sweeps over the lanes itself.</summary>
    /// <inheritdoc cref="Lanes{K, T}" path="/param"/>
    public static void Units<K, T>(in K kernel, long units, long workPerUnit, Partials<T>? partials = null)
        where K : unmanaged, IUnitKernel<K, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var chunks = Chunks(units, workPerUnit);
        fixed (K* k = &kernel)
        {
            var call = new Call<K, T> { Kernel = k, Units = units, Chunks = chunks };
            call.Partials = partials is null ? default : partials.Begin(units, chunks);
            if (typeof(T) == typeof(double))
                call.Body = &UnitBody<K, T, Lanes64<T, Part>>;
            else if (Vector512.IsHardwareAccelerated)
                call.Body = &UnitBody<K, T, Lanes512<T, Part>>;
            else
                call.Body = &UnitBody<K, T, Lanes256<T, Part>>;
            Run(ref call);
        }
    }

    /// <summary>How many chunks a launch has: each worth a thread, and never more than there are units.</summary>
    internal static int Chunks(long units, long workPerUnit) =>
        (int)Math.Max(1, Math.Min(units, Math.Min(units * workPerUnit / WorkPerChunk, MostChunks)));

    private static void Run<K, T>(ref Call<K, T> call)
        where K : unmanaged
        where T : unmanaged
    {
        fixed (Call<K, T>* context = &call)
        {
            if (call.Chunks == 1)
                call.Body(context, 0);
            else
                LibTorch.ParallelFor(0, call.Chunks, 1, &Callback, context);
        }
    }

    // A callback from native code can't be generic, so the generic body travels as a managed function pointer in front of the call.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Callback(long first, long end, void* context)
    {
        var body = *(delegate*<void*, long, void>*)context;
        for (var chunk = first; chunk < end; chunk++)
            body(context, chunk);
    }

    // The loops start optimised: in the first tier every operation on lanes would be a call.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void LaneBody<K, T, V, P>(void* context, long chunk)
        where K : unmanaged, ILaneKernel<K, T>
        where T : unmanaged
        where V : unmanaged, ILanes<V, T>
        where P : unmanaged, ILanes<P, T>
    {
        ref readonly var call = ref *(Call<K, T>*)context;
        var k = *call.Kernel;
        var first = Start(call.Units, call.Chunks, chunk);
        var end = Start(call.Units, call.Chunks, chunk + 1);
        var own = call.Partials.Of(chunk, first);
        var lanes = call.Lanes;
        var full = lanes - (lanes % Lane.Count);
        for (var unit = first; unit < end; unit++)
        {
            for (var lane = 0; lane < full; lane += Lane.Count)
                K.Run<V>(in k, in own, unit, lane, Lane.Count);
            if (full < lanes)
                Last<K, T, P>(call.Kernel, call.Partials.Of(chunk, first), unit, full, lanes - full);
        }
    }

    // A method of its own: where a short kernel is inlined, what the JIT may inline is left to the full blocks.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Last<K, T, P>(K* kernel, Chunk<T> chunk, long unit, int lane, int count)
        where K : unmanaged, ILaneKernel<K, T>
        where T : unmanaged
        where P : unmanaged, ILanes<P, T> => K.Run<P>(in *kernel, in chunk, unit, lane, count);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FlatBody<K, T, V, P>(void* context, long chunk)
        where K : unmanaged, ILaneKernel<K, T>
        where T : unmanaged
        where V : unmanaged, ILanes<V, T>
        where P : unmanaged, ILanes<P, T>
    {
        ref readonly var call = ref *(Call<K, T>*)context;
        var k = *call.Kernel;
        var first = Start(call.Units, call.Chunks, chunk);
        var own = call.Partials.Of(chunk, first);
        var begin = (int)(first * FlatUnit);
        var end = (int)Math.Min(call.Lanes, Start(call.Units, call.Chunks, chunk + 1) * FlatUnit);
        var full = end - ((end - begin) % Lane.Count);
        for (var lane = begin; lane < full; lane += Lane.Count)
            K.Run<V>(in k, in own, lane / FlatUnit, lane, Lane.Count);
        if (full < end)
            Last<K, T, P>(call.Kernel, call.Partials.Of(chunk, first), full / FlatUnit, full, end - full);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void UnitBody<K, T, V>(void* context, long chunk)
        where K : unmanaged, IUnitKernel<K, T>
        where T : unmanaged
        where V : unmanaged, ILanes<V, T>
    {
        ref readonly var call = ref *(Call<K, T>*)context;
        var k = *call.Kernel;
        var unit = Start(call.Units, call.Chunks, chunk);
        var end = Start(call.Units, call.Chunks, chunk + 1);
        var own = call.Partials.Of(chunk, unit);
        for (; unit < end; unit++)
            K.Run<V>(in k, in own, unit);
    }

    private struct Call<K, T>
        where K : unmanaged
        where T : unmanaged
    {
        /// <summary>First, so that the callback finds it without knowing the types.</summary>
        public delegate*<void*, long, void> Body;
        public K* Kernel;
        public PartialMemory<T> Partials;
        public long Units;
        public int Lanes;
        public int Chunks;
    }
}
