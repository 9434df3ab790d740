using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Regimen;

/// <summary>Statistics over the pixels of a split, for normalising.</summary>
public static unsafe class PixelStatistics
{
    /// <summary>Bytes after which 32-bit sums of squares move to 64 bits: each lane takes 8 squares of at most 255² per 32·8 bytes, far below 2³².</summary>
    private const long Block = 1 << 18;

    /// <summary>Like <see cref="Of(LabeledImages)"/>, but with given means or deviations in place of the images' own.</summary>
    /// <param name="images">Images with any number of channels.</param>
    /// <param name="mean">Means in shares of 255: none for the images' own, one for all channels, or one per channel.</param>
    /// <param name="deviation">Standard deviations, likewise.</param>
    /// <returns>[Channels], in shares of 255.</returns>
    public static ChannelStatistics[] Of(LabeledImages images, ReadOnlySpan<double> mean, ReadOnlySpan<double> deviation)
    {
        var result = Of(images);
        for (var channel = 0; channel < result.Length; channel++)
            result[channel] = new(Given(mean, channel, result[channel].Mean), Given(deviation, channel, result[channel].StandardDeviation));
        return result;
    }

    private static double Given(ReadOnlySpan<double> values, int channel, double own) =>
        values.IsEmpty ? own : values[values.Length == 1 ? 0 : channel];

    /// <summary>Mean and population standard deviation of each channel. Integer sums make them exact but for the last rounding, whatever the order.</summary>
    /// <param name="images">Images with any number of channels.</param>
    /// <returns>[Channels], in shares of 255.</returns>
    public static ChannelStatistics[] Of(LabeledImages images)
    {
        var channels = images.Channels;
        var plane = (long)images.Height * images.Width;
        var result = new ChannelStatistics[channels];
        for (var channel = 0; channel < channels; channel++)
        {
            ulong sum = 0, squares = 0;
            if (channels == 1)
            {
                Add(images.Pixels, images.Count * plane, ref sum, ref squares);
            }
            else
            {
                for (var image = 0; image < images.Count; image++)
                    Add(images.Pixels + (((long)image * channels) + channel) * plane, plane, ref sum, ref squares);
            }

            result[channel] = From(sum, squares, (ulong)(images.Count * plane));
        }

        GC.KeepAlive(images);
        return result;
    }

    private static ChannelStatistics From(ulong sum, ulong squares, ulong count)
    {
        // n²·variance as one exact integer: no cancellation between two rounded numbers.
        var variance = ((UInt128)count * squares) - ((UInt128)sum * sum);
        return new ChannelStatistics((double)sum / count / 255, Math.Sqrt((double)variance) / count / 255);
    }

    private static void Add(byte* pixels, long length, ref ulong sum, ref ulong squares)
    {
        while (length > 0)
        {
            var block = Math.Min(length, Block);
            AddBlock(pixels, (int)block, ref sum, ref squares);
            pixels += block;
            length -= block;
        }
    }

    private static void AddBlock(byte* pixels, int length, ref ulong sum, ref ulong squares)
    {
        Vector256<uint> sums = default, squares0 = default, squares1 = default;
        var i = 0;
        for (; i <= length - Vector256<byte>.Count; i += Vector256<byte>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.Load(pixels + i));
            AddWide(low + high, ref sums, ref sums);

            // 255² = 65,025 still fits 16 bits.
            AddWide(low * low, ref squares0, ref squares1);
            AddWide(high * high, ref squares0, ref squares1);
        }

        sum += Total(sums);
        squares += Total(squares0) + Total(squares1);
        for (; i < length; i++)
        {
            sum += pixels[i];
            squares += (ulong)(pixels[i] * pixels[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddWide(Vector256<ushort> values, ref Vector256<uint> even, ref Vector256<uint> odd)
    {
        // Even and odd 16-bit halves of each 32-bit lane: cheaper than widening in order, which a sum doesn't need.
        even += values.AsUInt32() & Vector256.Create(0xFFFFu);
        odd += values.AsUInt32() >> 16;
    }

    private static ulong Total(Vector256<uint> sums)
    {
        var (low, high) = Vector256.Widen(sums);
        return Vector256.Sum(low + high);
    }
}
