using Regimen.Torch;

namespace Regimen.Kernels;

/// <summary>
/// Convolutions over channels-last images; on any device and element type. Results are libtorch's own memory, which the caller frees.
/// </summary>
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
    public static Tensor Forward(Tensor x, Tensor weight, Tensor bias, int stride = 1, int padding = 0, int dilation = 1, int groups = 1) =>
        ChannelsLast(Aten.Convolution(x, weight, bias, stride, padding, dilation, groups));

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
        var gradients = Aten.ConvolutionBackward(yGrad, x, weight, !biasGrad.IsNull, stride, padding, dilation, groups, inputGradient, true, !biasGrad.IsNull);
        Aten.CopyFrom(weightGrad, gradients.Weight);
        gradients.Weight.Free();
        if (!biasGrad.IsNull)
        {
            Aten.CopyFrom(biasGrad, gradients.Bias);
            gradients.Bias.Free();
        }

        return inputGradient ? ChannelsLast(gradients.Input) : default;
    }

    /// <summary>libtorch answers in channels-last order for every convolution it gives to oneDNN or cuDNN; its own fallbacks do not.</summary>
    private static Tensor ChannelsLast(Tensor images)
    {
        long channels = images.Size(1), height = images.Size(2), width = images.Size(3);
        var batchIsDense = images.Size(0) == 1 || images.Stride(0) == channels * height * width;
        var pixelIsDense = channels == 1 || images.Stride(1) == 1;
        var rowsAreDense = (width == 1 || images.Stride(3) == channels) && (height == 1 || images.Stride(2) == width * channels);
        if (batchIsDense && pixelIsDense && rowsAreDense)
            return images;

        var ordered = Aten.Contiguous(images, MemoryFormat.ChannelsLast);
        images.Free();
        return ordered;
    }
}
