using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Regimen.Numerics;

namespace Regimen.Kernels;

/// <summary>
/// Mean and variance per channel of [rows, channels] values (an image batch is [B·H·W, C] in channels-last order). Each tile of rows is
/// summed twice while it is in the cache, about its own mean, and tiles are joined by Chan's formula (Chan, Golub and LeVeque 1983), so large
/// means cost no precision.
/// </summary>
public static unsafe class BatchStatistics
{
    private const int TileRows = 32;

    /// <summary>Writes mean and (biased) sum of squared deviations per channel.</summary>
    /// <param name="x">[rows, channels].</param>
    /// <param name="rows">Rows, at least 1.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="mean">[channels], written.</param>
    /// <param name="deviations">[channels], written: Σ (x − mean)².</param>
    /// <param name="scratch">[<see cref="Chunks.Most"/>, 2, channels], overwritten.</param>
    public static void Compute(float* x, long rows, int channels, float* mean, float* deviations, float* scratch)
    {
        var arguments = new Arguments { X = x, Rows = rows, Channels = channels, Scratch = scratch, Chunks = Kernels.Chunks.For(rows, TileRows * 2) };
        Kernels.Chunks.Run(arguments.Chunks, &Body, &arguments);
        for (var channel = 0; channel < channels; channel++)
        {
            double count = 0, joined = 0, squares = 0;
            for (var chunk = 0; chunk < arguments.Chunks; chunk++)
            {
                var start = Kernels.Chunks.Start(rows, arguments.Chunks, chunk);
                double more = Kernels.Chunks.Start(rows, arguments.Chunks, chunk + 1) - start;
                double delta = scratch[(chunk * 2L * channels) + channel] - joined;
                squares += scratch[(((chunk * 2L) + 1) * channels) + channel] + (delta * delta * count * more / (count + more));
                joined += delta * more / (count + more);
                count += more;
            }

            mean[channel] = (float)joined;
            deviations[channel] = (float)squares;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Body(long first, long end, void* context)
    {
        ref var a = ref *(Arguments*)context;
        for (var chunk = first; chunk < end; chunk++)
        {
            var from = Kernels.Chunks.Start(a.Rows, a.Chunks, chunk);
            var to = Kernels.Chunks.Start(a.Rows, a.Chunks, chunk + 1);
            var mean = a.Scratch + (chunk * 2 * a.Channels);
            new Span<float>(mean, 2 * a.Channels).Clear();
            for (var row = from; row < to; row += TileRows)
            {
                var tile = (int)Math.Min(TileRows, to - row);
                if (Vector512.IsHardwareAccelerated)
                    Tile<Lanes512>(a, row, tile, row - from, mean);
                else
                    Tile<Lanes256>(a, row, tile, row - from, mean);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tile<V>(in Arguments a, long row, int tile, long before, float* mean)
        where V : unmanaged, ILanes<V>
    {
        var channel = 0;
        var x = a.X + (row * a.Channels);
        for (; channel + V.Count <= a.Channels; channel += V.Count)
            Join<V>(x + channel, a.Channels, tile, before, mean + channel, mean + a.Channels + channel);
        for (; channel < a.Channels; channel++)
            Join<Lane>(x + channel, a.Channels, tile, before, mean + channel, mean + a.Channels + channel);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Join<V>(float* x, int stride, int rows, long before, float* mean, float* deviations)
        where V : unmanaged, ILanes<V>
    {
        V sum = V.Zero, squares = V.Zero;
        for (var row = 0; row < rows; row++)
            sum += V.Load(x + ((long)row * stride));
        var own = sum * V.Of(1f / rows);
        for (var row = 0; row < rows; row++)
        {
            var deviation = V.Load(x + ((long)row * stride)) - own;
            squares = V.MultiplyAdd(deviation, deviation, squares);
        }

        var joined = V.Load(mean);
        var delta = own - joined;
        var share = (float)rows / (before + rows);
        V.Store(V.MultiplyAdd(delta, V.Of(share), joined), mean);
        V.Store(V.Load(deviations) + squares + (delta * delta * V.Of(share * before)), deviations);
    }

    private struct Arguments
    {
        public float* X;
        public long Rows;
        public int Channels;
        public int Chunks;
        public float* Scratch;
    }
}
