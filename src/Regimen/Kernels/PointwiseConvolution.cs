using Regimen.Torch;

namespace Regimen.Kernels;

/// <summary>Convolutions with windows of one pixel: over channels-last images they are matrix products of pixels with the weight.</summary>
internal static class PointwiseConvolution
{
    /// <summary>Whether a convolution is of this kind.</summary>
    public static bool Is(Tensor weight, int padding, int groups) => groups == 1 && padding == 0 && weight.Size(2) == 1 && weight.Size(3) == 1;

    /// <summary>As <see cref="Convolution.Forward"/>.</summary>
    public static Tensor Forward(Tensor x, Tensor weight, Tensor bias, int stride)
    {
        var met = Met(x, stride);
        ReadOnlySpan<long> sizes = stackalloc long[] { met.Size(0), weight.Size(0), met.Size(2), met.Size(3) };
        var y = Tensor.Empty(sizes, x.ScalarType, x.Device, MemoryFormat.ChannelsLast);
        Tensor input = Rows(met), matrix = Matrix(weight), output = Rows(y);
        if (bias.IsNull)
            Products.Multiply(input, matrix, output, transposeRight: true);
        else
            Products.MultiplyAdd(input, matrix, bias, output);
        Free(input, matrix, output, met);
        return y;
    }

    /// <summary>As <see cref="Convolution.Backward"/>.</summary>
    public static Tensor Backward(Tensor yGrad, Tensor x, Tensor weight, Tensor weightGrad, Tensor biasGrad, int stride, bool inputGradient)
    {
        Tensor met = Met(x, stride), grad = Met(yGrad, 1);
        Tensor input = Rows(met), output = Rows(grad), matrix = Matrix(weight), matrixGrad = Matrix(weightGrad);
        Products.Multiply(output, input, matrixGrad, transposeLeft: true);
        if (!biasGrad.IsNull)
            Products.SumOfRows(output, biasGrad);
        Tensor result = default;
        if (inputGradient)
        {
            ReadOnlySpan<long> sizes = stackalloc long[] { met.Size(0), met.Size(1), met.Size(2), met.Size(3) };
            result = Tensor.Empty(sizes, x.ScalarType, x.Device, MemoryFormat.ChannelsLast);
            var inputGrad = Rows(result);
            Products.Multiply(output, matrix, inputGrad);
            inputGrad.Free();
            if (stride > 1)
                result = Spread(result, x, stride);
        }

        Free(input, output, matrix, matrixGrad);
        Free(met, grad);
        return result;
    }

    /// <summary>The pixels that windows meet, every stride-th of both directions: densely channels-last, with a handle of its own.</summary>
    private static Tensor Met(Tensor images, int stride)
    {
        if (stride == 1)
            return Convolution.ChannelsLast(images.Alias());
        var view = EveryNth(images, stride);
        var dense = Aten.Contiguous(view, MemoryFormat.ChannelsLast);
        view.Free();
        return Convolution.ChannelsLast(dense);
    }

    /// <summary>Images of the size of <paramref name="x"/> with these pixels where windows are, and zeros elsewhere; takes over the pixels.</summary>
    private static Tensor Spread(Tensor pixels, Tensor x, int stride)
    {
        ReadOnlySpan<long> sizes = stackalloc long[] { x.Size(0), x.Size(1), x.Size(2), x.Size(3) };
        var images = Tensor.Empty(sizes, x.ScalarType, x.Device, MemoryFormat.ChannelsLast);
        Aten.Zero(images);
        var view = EveryNth(images, stride);
        Aten.CopyFrom(view, pixels);
        Free(view, pixels);
        return images;
    }

    private static Tensor EveryNth(Tensor images, int n)
    {
        ReadOnlySpan<long> sizes = stackalloc long[] { images.Size(0), images.Size(1), (images.Size(2) - 1) / n + 1, (images.Size(3) - 1) / n + 1 };
        ReadOnlySpan<long> strides = stackalloc long[] { images.Stride(0), images.Stride(1), images.Stride(2) * n, images.Stride(3) * n };
        return images.View(sizes, strides, images.StorageOffset);
    }

    /// <summary>[B, C, H, W], channels-last → [B·H·W, C] over the same memory.</summary>
    private static Tensor Rows(Tensor images)
    {
        var channels = images.Size(1);
        ReadOnlySpan<long> sizes = stackalloc long[] { images.ElementCount / channels, channels };
        ReadOnlySpan<long> strides = stackalloc long[] { channels, 1 };
        return images.View(sizes, strides, images.StorageOffset);
    }

    /// <summary>[C', C, 1, 1] → [C', C] over the same memory.</summary>
    private static Tensor Matrix(Tensor weight)
    {
        ReadOnlySpan<long> sizes = stackalloc long[] { weight.Size(0), weight.Size(1) };
        ReadOnlySpan<long> strides = stackalloc long[] { weight.Stride(0), weight.Stride(1) };
        return weight.View(sizes, strides, weight.StorageOffset);
    }

    private static void Free(params ReadOnlySpan<Tensor> tensors)
    {
        foreach (var tensor in tensors)
            tensor.Free();
    }
}
