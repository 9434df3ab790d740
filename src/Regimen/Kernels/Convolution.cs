using Regimen.Torch;

namespace Regimen.Kernels;

/// <summary>
/// Convolutions over channels-last images; on any device and element type. Results are memory of their own, which the caller frees.
/// </summary>
/// <remarks>
/// libtorch computes them, but for two kinds that oneDNN 3.7, which libtorch 2.10 has inside, computes wrongly in this memory order
/// (docs/decisions/0012-convolutions-that-onednn-gets-wrong.md).
/// </remarks>
public static class Convolution
{
    /// <summary><c>y = x ∗ W + b</c>.</summary>
    /// <param name="x">[B, C, H, W].</param>
    /// <param name="weight">[C', C/groups, k, k].</param>
    /// <param name="bias">[C'], or none.</param>
    /// <param name="stride">Step of the window, in pixels.</param>
    /// <param name="padding">Zeros on every side, in pixels.</param>
    /// <param name="dilation">Distance between taps, in pixels.</param>
    /// <param name="groups">Groups of channels convolved apart.</param>
    /// <returns>[B, C', H', W'], channels-last.</returns>
    public static Tensor Forward(Tensor x, Tensor weight, Tensor bias, int stride = 1, int padding = 0, int dilation = 1, int groups = 1)
    {
        if (PointwiseConvolution.Is(weight, padding, groups))
            return PointwiseConvolution.Forward(x, weight, bias, stride);
        if (groups == 1 || !MultipliedChannels.Are(x, weight))
            return ChannelsLast(Aten.Convolution(x, weight, bias, stride, padding, dilation, groups));

        var repeated = MultipliedChannels.Repeat(x, weight);
        var y = Aten.Convolution(repeated, weight, bias, stride, padding, dilation, weight.Size(0));
        repeated.Free();
        return ChannelsLast(y);
    }

    /// <summary>Gradients of weight and bias, and of the input where it is asked for.</summary>
    /// <param name="yGrad">[B, C', H', W'].</param>
    /// <param name="x">[B, C, H, W].</param>
    /// <param name="weight">[C', C/groups, k, k].</param>
    /// <param name="weightGrad">As the weight, written.</param>
    /// <param name="biasGrad">[C'], written; or none.</param>
    /// <param name="stride">Step of the window, in pixels.</param>
    /// <param name="padding">Zeros on every side, in pixels.</param>
    /// <param name="dilation">Distance between taps, in pixels.</param>
    /// <param name="groups">Groups of channels convolved apart.</param>
    /// <param name="inputGradient">Whether the input needs a gradient; the images don't.</param>
    /// <returns>The input's gradient, channels-last; or none.</returns>
    public static Tensor Backward(Tensor yGrad, Tensor x, Tensor weight, Tensor weightGrad, Tensor biasGrad, int stride = 1, int padding = 0, int dilation = 1, int groups = 1, bool inputGradient = true)
    {
        if (PointwiseConvolution.Is(weight, padding, groups))
            return PointwiseConvolution.Backward(yGrad, x, weight, weightGrad, biasGrad, stride, inputGradient);

        // The weight's gradient of one input channel is right; the input's is not.
        var multiplied = (groups > 1 || inputGradient) && MultipliedChannels.Are(x, weight);
        var input = multiplied ? MultipliedChannels.Repeat(x, weight) : x;
        var gradients = Aten.ConvolutionBackward(
            yGrad, input, weight, !biasGrad.IsNull, stride, padding, dilation, multiplied ? weight.Size(0) : groups, inputGradient, true, !biasGrad.IsNull);
        Aten.CopyFrom(weightGrad, gradients.Weight);
        gradients.Weight.Free();
        if (!biasGrad.IsNull)
        {
            Aten.CopyFrom(biasGrad, gradients.Bias);
            gradients.Bias.Free();
        }

        if (multiplied)
            input.Free();
        if (!inputGradient)
            return default;
        var inputGrad = ChannelsLast(gradients.Input);
        return multiplied ? MultipliedChannels.Sum(inputGrad, x) : inputGrad;
    }

    /// <summary>The same images in channels-last order; takes over its argument.</summary>
    /// <remarks>libtorch answers in that order for every convolution it gives to oneDNN or cuDNN; its own fallbacks do not.</remarks>
    internal static Tensor ChannelsLast(Tensor images)
    {
        if (IsChannelsLast(images))
            return images;
        var ordered = Aten.Contiguous(images, MemoryFormat.ChannelsLast);
        images.Free();
        return ordered;
    }

    /// <summary>Whether images lie densely as [B, H, W, C]; strides of dimensions of size 1 don't count.</summary>
    internal static bool IsChannelsLast(Tensor images)
    {
        long channels = images.Size(1), height = images.Size(2), width = images.Size(3);
        var batchIsDense = images.Size(0) == 1 || images.Stride(0) == channels * height * width;
        var pixelIsDense = channels == 1 || images.Stride(1) == 1;
        var rowsAreDense = (width == 1 || images.Stride(3) == channels) && (height == 1 || images.Stride(2) == width * channels);
        return batchIsDense && pixelIsDense && rowsAreDense;
    }
}
