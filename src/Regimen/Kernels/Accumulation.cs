using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Regimen.Numerics;
using Regimen.Torch;

namespace Regimen.Kernels;

/// <summary>Adds up the contributions to the gradient of a value that was read more than once.</summary>
public static unsafe class Accumulation
{
    /// <summary><c>target += addend</c>, of equal shape and memory order; on any device and element type.</summary>
    public static void Add(Tensor target, Tensor addend)
    {
        if (target.Device.Type != DeviceType.Cpu || target.ScalarType != ScalarType.Float32)
        {
            Aten.AddInPlace(target, addend);
            return;
        }

        var arguments = new Arguments { Target = target.Floats, Addend = addend.Floats, Count = target.ElementCount, Chunks = Chunks.For(target.ElementCount, 8_192) };
        Chunks.Run(arguments.Chunks, &Body, &arguments);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Body(long first, long end, void* context)
    {
        ref var a = ref *(Arguments*)context;
        var begin = Chunks.Start(a.Count, a.Chunks, first);
        var stop = Chunks.Start(a.Count, a.Chunks, end);
        if (Vector512.IsHardwareAccelerated)
            Range<Lanes512>(a.Target, a.Addend, begin, stop);
        else
            Range<Lanes256>(a.Target, a.Addend, begin, stop);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Range<V>(float* target, float* addend, long begin, long stop)
        where V : unmanaged, ILanes<V>
    {
        var i = begin;
        for (; i + V.Count <= stop; i += V.Count)
            V.Store(V.Load(target + i) + V.Load(addend + i), target + i);
        for (; i < stop; i++)
            target[i] += addend[i];
    }

    private struct Arguments
    {
        public float* Target;
        public float* Addend;
        public long Count;
        public int Chunks;
    }
}
