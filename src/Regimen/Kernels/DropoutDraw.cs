using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Regimen.Randomness;
using Regimen.Torch;
using Regimen.Training;

namespace Regimen.Kernels;

/// <summary>Draws dropout's masks over libtorch's threads. A value's draw depends on seed, epoch, sample, layer and its own position alone.</summary>
public static unsafe class DropoutDraw
{
    /// <summary>Writes 0 or 1/(1 − p) for every value of the batch.</summary>
    /// <param name="mask">[B, …] float32 or float64, on any device; written.</param>
    /// <param name="batch">The samples.</param>
    /// <param name="seed">Of the experiment.</param>
    /// <param name="epoch">From 0.</param>
    /// <param name="layer">Position among the network's dropout layers.</param>
    /// <param name="probability">p in [0, 1).</param>
    public static void Fill(Tensor mask, MiniBatch batch, ulong seed, int epoch, int layer, double probability)
    {
        var count = (int)(mask.ElementCount / batch.Count);
        if (mask.Device.Type == DeviceType.Cpu && mask.ScalarType == ScalarType.Float32)
        {
            var arguments = new Arguments
            {
                Mask = mask.Floats,
                Samples = batch.Samples,
                Batch = batch.Count,
                Values = count,
                Seed = seed,
                Epoch = epoch,
                Layer = layer,
                Probability = probability,
                Chunks = Chunks.For(batch.Count, 1 + (16_384 / count)),
            };
            Chunks.Run(arguments.Chunks, &Body, &arguments);
            return;
        }

        var host = Aten.ToType(mask, ScalarType.Float64, Device.Cpu);
        DropoutMask.Fill((double*)host.Data, batch.Samples, batch.Count, count, seed, epoch, layer, probability);
        Aten.CopyFrom(mask, host);
        host.Free();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Body(long first, long end, void* context)
    {
        ref var a = ref *(Arguments*)context;
        var row = (int)Chunks.Start(a.Batch, a.Chunks, first);
        var rows = (int)Chunks.Start(a.Batch, a.Chunks, end) - row;
        DropoutMask.Fill(a.Mask, a.Samples, a.Batch, a.Values, a.Seed, a.Epoch, a.Layer, a.Probability, row, rows);
    }

    private struct Arguments
    {
        public float* Mask;
        public int* Samples;
        public int Batch;
        public int Values;
        public ulong Seed;
        public int Epoch;
        public int Layer;
        public double Probability;
        public int Chunks;
    }
}
