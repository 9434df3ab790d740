using Regimen.Torch;

namespace Regimen.Kernels;

/// <summary>
/// Convolutions in which every output channel has one input channel, and every input channel several output channels: the same as one
/// with a group per output channel over images whose channels are repeated.
/// </summary>
internal static class MultipliedChannels
{
    /// <summary>Whether a convolution is of this kind.</summary>
    /// <param name="x">[B, C, H, W].</param>
    /// <param name="weight">[C', C/groups, k, k].</param>
    public static bool Are(Tensor x, Tensor weight) => weight.Size(1) == 1 && weight.Size(0) > x.Size(1);

    /// <summary>[B, C, H, W] → [B, C', H, W], channels-last: each channel as often as it has outputs.</summary>
    public static Tensor Repeat(Tensor x, Tensor weight)
    {
        long channels = x.Size(1), times = weight.Size(0) / channels;
        ReadOnlySpan<long> sizes = stackalloc long[] { x.Size(0), weight.Size(0), x.Size(2), x.Size(3) };
        var repeated = Tensor.Empty(sizes, x.ScalarType, x.Device, MemoryFormat.ChannelsLast);
        ReadOnlySpan<long> apart = stackalloc long[] { x.Size(0), channels, times, x.Size(2), x.Size(3) };
        ReadOnlySpan<long> strides = stackalloc long[] { x.Stride(0), x.Stride(1), 0, x.Stride(2), x.Stride(3) };
        Tensor source = x.View(apart, strides, x.StorageOffset), target = Apart(repeated, channels);
        Aten.CopyFrom(target, source);
        source.Free();
        target.Free();
        return repeated;
    }

    /// <summary>The gradient of <see cref="Repeat"/>: [B, C', H, W] → [B, C, H, W], both channels-last; takes over its argument.</summary>
    public static Tensor Sum(Tensor repeatedGrad, Tensor x)
    {
        ReadOnlySpan<long> repetitions = stackalloc long[] { 2 };
        var apart = Apart(repeatedGrad, x.Size(1));
        var sum = Aten.Sum(apart, repetitions, keepDimension: false);
        apart.Free();
        repeatedGrad.Free();
        return Convolution.ChannelsLast(sum);
    }

    /// <summary>[B, C', H, W], channels-last → [B, C, C'/C, H, W] over the same memory.</summary>
    private static Tensor Apart(Tensor images, long channels)
    {
        long all = images.Size(1), height = images.Size(2), width = images.Size(3);
        ReadOnlySpan<long> sizes = stackalloc long[] { images.Size(0), channels, all / channels, height, width };
        ReadOnlySpan<long> strides = stackalloc long[] { all * height * width, all / channels, 1, all * width, all };
        return images.View(sizes, strides, images.StorageOffset);
    }
}
