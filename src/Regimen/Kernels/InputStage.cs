using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Regimen.Numerics;
using Regimen.Torch;
using Regimen.Training;

namespace Regimen.Kernels;

/// <summary>From stored bytes to a batch of normalised, mixed, channels-last images, in one pass over the memory.</summary>
public sealed unsafe class InputStage : IDisposable
{
    private readonly int channels;
    private readonly int pixels;
    private readonly NativeBuffer memory;
    private readonly double* mean;
    private readonly double* deviation;
    private readonly float* slope;
    private readonly float* offset;
    private LabeledImages? resident;
    private OwnedTensors residentTensors = new();
    private Tensor residentPixels;

    /// <summary>Prepares (x/255 − mean)/std per channel.</summary>
    /// <inheritdoc cref="Use" path="/exception"/>
    public InputStage(int channels, int height, int width, ReadOnlySpan<ChannelStatistics> statistics)
    {
        this.channels = channels;
        pixels = height * width;
        memory = new NativeBuffer(channels, 2 * (sizeof(double) + sizeof(float)), "the channels' statistics");
        mean = (double*)memory.Pointer;
        deviation = mean + channels;
        slope = (float*)(deviation + channels);
        offset = slope + channels;
        Use(statistics);
    }

    /// <summary>Normalises with other statistics from now on.</summary>
    /// <param name="statistics">One for all channels, or one per channel.</param>
    /// <exception cref="DataException">A channel has no deviation; nothing has changed.</exception>
    public void Use(ReadOnlySpan<ChannelStatistics> statistics)
    {
        for (var channel = 0; channel < statistics.Length; channel++)
        {
            if (!(statistics[channel].StandardDeviation > 0))
                throw new DataException(string.Create(CultureInfo.InvariantCulture, $"Channel {channel} of the training split has the same value in every pixel, so it can't be normalised. Leave the channel out, or give [Normalize] a Std."));
        }

        for (var channel = 0; channel < channels; channel++)
        {
            var own = statistics[statistics.Length == 1 ? 0 : channel];
            mean[channel] = own.Mean;
            deviation[channel] = own.StandardDeviation;
            slope[channel] = (float)(1 / (255 * own.StandardDeviation));
            offset[channel] = (float)(-own.Mean / own.StandardDeviation);
        }
    }

    /// <summary>[C]: what is subtracted, in units of the largest pixel.</summary>
    public ReadOnlySpan<double> Means => new(mean, channels);

    /// <summary>[C]: what is divided by, in the same units.</summary>
    public ReadOnlySpan<double> Deviations => new(deviation, channels);

    /// <summary>Gathers, normalises and mixes.</summary>
    /// <param name="input">[B, C, H, W] float32, channels-last, on the CPU; written.</param>
    /// <param name="batch">The samples.</param>
    public void Fill(Tensor input, MiniBatch batch)
    {
        var arguments = new Arguments
        {
            Source = batch.Images.Pixels,
            Target = input.Floats,
            Samples = batch.Samples,
            Partners = batch.IsMixed ? batch.Partners : null,
            Shares = batch.Shares,
            Count = batch.Count,
            Channels = channels,
            Pixels = pixels,
            Slope = slope,
            Offset = offset,
            Chunks = Chunks.For(batch.Count, 1 + (8_192 / (channels * pixels))),
        };
        Chunks.Run(arguments.Chunks, &Body, &arguments);
    }

    /// <summary>The twin of <see cref="Fill"/>: the same operator by operator, on any device and element type.</summary>
    /// <inheritdoc cref="Fill" path="/param"/>
    public void FillByOperators(Tensor input, MiniBatch batch)
    {
        var device = input.Device;
        var type = input.ScalarType;
        long height = input.Size(2), width = input.Size(3);
        MakeResident(batch.Images, device);
        var images = Gather(residentPixels, batch.Samples, batch.Count, device);
        var planes = Aten.Reshape(images, [batch.Count, channels, height, width]);
        var x = Aten.ToType(planes, type, device);
        images.Free();
        planes.Free();

        Aten.DivInPlace(x, 255);
        var means = PerChannel(mean, type, device);
        var deviations = PerChannel(deviation, type, device);
        var centred = Aten.Sub(x, means);
        var normalised = Aten.Div(centred, deviations);
        x.Free();
        means.Free();
        deviations.Free();
        centred.Free();
        if (batch.IsMixed)
        {
            var partners = Gather(normalised, batch.Partners, batch.Count, device);
            var share = PerSample(batch.Shares, batch.Count, type, device);
            var mixed = Aten.Mul(normalised, share);
            var rest = Aten.Mul(partners, share);
            Aten.AddInPlace(mixed, partners);
            Aten.AddInPlace(mixed, rest, -1);
            partners.Free();
            share.Free();
            rest.Free();
            normalised.Free();
            normalised = mixed;
        }

        Aten.CopyFrom(input, normalised);
        normalised.Free();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        memory.Dispose();
        residentTensors.Dispose();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Body(long first, long end, void* context)
    {
        ref var a = ref *(Arguments*)context;
        var size = (long)a.Channels * a.Pixels;
        for (var position = Chunks.Start(a.Count, a.Chunks, first); position < Chunks.Start(a.Count, a.Chunks, end); position++)
        {
            var image = a.Source + (a.Samples[position] * size);
            var partner = a.Partners is null ? null : a.Source + (a.Samples[a.Partners[position]] * size);
            var share = a.Partners is null ? 1f : (float)a.Shares[position];
            for (var channel = 0; channel < a.Channels; channel++)
            {
                var target = a.Target + (position * size) + channel;
                var own = image + ((long)channel * a.Pixels);
                if (partner is null)
                    Plane(own, target, a.Pixels, a.Channels, a.Slope[channel], a.Offset[channel]);
                else
                    MixedPlane(own, partner + ((long)channel * a.Pixels), target, a.Pixels, a.Channels, a.Slope[channel], a.Offset[channel], share);
            }
        }
    }

    private static void Plane(byte* image, float* target, int pixels, int stride, float slope, float offset)
    {
        var pixel = 0;
        if (stride == 1)
        {
            for (; pixel + 8 <= pixels; pixel += 8)
                Vector256.MultiplyAddEstimate(Widen(image + pixel), Vector256.Create(slope), Vector256.Create(offset)).Store(target + pixel);
        }

        for (; pixel < pixels; pixel++)
            target[(long)pixel * stride] = float.MultiplyAddEstimate(image[pixel], slope, offset);
    }

    private static void MixedPlane(byte* image, byte* partner, float* target, int pixels, int stride, float slope, float offset, float share)
    {
        // λ(ax + b) + (1 − λ)(ay + b) = a(y + λ(x − y)) + b
        var pixel = 0;
        if (stride == 1)
        {
            for (; pixel + 8 <= pixels; pixel += 8)
            {
                var other = Widen(partner + pixel);
                var mixed = Vector256.MultiplyAddEstimate(Widen(image + pixel) - other, Vector256.Create(share), other);
                Vector256.MultiplyAddEstimate(mixed, Vector256.Create(slope), Vector256.Create(offset)).Store(target + pixel);
            }
        }

        for (; pixel < pixels; pixel++)
        {
            var mixed = float.MultiplyAddEstimate(image[pixel] - partner[pixel], share, partner[pixel]);
            target[(long)pixel * stride] = float.MultiplyAddEstimate(mixed, slope, offset);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Widen(byte* bytes)
    {
        var (low, _) = Vector128.Widen(Vector128.CreateScalar(*(ulong*)bytes).AsByte());
        var (first, second) = Vector128.Widen(low);
        return Vector256.ConvertToSingle(Vector256.Create(first, second).AsInt32());
    }

    private static Tensor Gather(Tensor source, int* positions, int count, Device device)
    {
        var narrow = Tensor.FromBlob(positions, [count], [1], ScalarType.Int32, Device.Cpu);
        var index = Aten.ToType(narrow, ScalarType.Int64, device);
        var gathered = Aten.IndexSelect(source, 0, index);
        narrow.Free();
        index.Free();
        return gathered;
    }

    private Tensor PerChannel(double* values, ScalarType type, Device device)
    {
        var host = Tensor.FromBlob(values, [1, channels, 1, 1], [channels, 1, 1, 1], ScalarType.Float64, Device.Cpu);
        var result = Aten.ToType(host, type, device);
        host.Free();
        return result;
    }

    private static Tensor PerSample(double* values, int count, ScalarType type, Device device)
    {
        var host = Tensor.FromBlob(values, [count, 1, 1, 1], [1, 1, 1, 1], ScalarType.Float64, Device.Cpu);
        var result = Aten.ToType(host, type, device);
        host.Free();
        return result;
    }

    private void MakeResident(LabeledImages images, Device device)
    {
        if (ReferenceEquals(resident, images))
            return;
        residentTensors.Dispose();
        residentTensors = new OwnedTensors();
        var host = Tensor.FromBlob(images.Pixels, [images.Count, (long)channels * pixels], [(long)channels * pixels, 1], ScalarType.UInt8, Device.Cpu);
        residentPixels = residentTensors.Keep(device.Type == DeviceType.Cpu ? host : Aten.ToType(host, ScalarType.UInt8, device));
        if (device.Type != DeviceType.Cpu)
            host.Free();
        resident = images;
    }

    private struct Arguments
    {
        public byte* Source;
        public float* Target;
        public int* Samples;
        public int* Partners;
        public double* Shares;
        public int Count;
        public int Channels;
        public int Pixels;
        public float* Slope;
        public float* Offset;
        public int Chunks;
    }
}
