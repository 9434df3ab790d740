namespace Regimen.Torch;

public static unsafe partial class Aten
{
    /// <summary>A 2-dimensional convolution with the same stride, padding and dilation in both directions.</summary>
    /// <param name="input">[n, in, height, width].</param>
    /// <param name="weight">[out, in / groups, kernel, kernel].</param>
    /// <param name="bias">[out], or null.</param>
    /// <param name="stride">The step between two positions of the kernel.</param>
    /// <param name="padding">Rows and columns of zeros on each side.</param>
    /// <param name="dilation">The distance between two elements of the kernel.</param>
    /// <param name="groups">Into how many independent parts the channels are split.</param>
    /// <returns>[n, out, height', width'] with height' = (height + 2·padding − dilation·(kernel − 1) − 1) / stride + 1.</returns>
    public static Tensor Convolution(Tensor input, Tensor weight, Tensor bias, long stride, long padding, long dilation, long groups) =>
        Dispatcher.CallForTensor(
            "aten::convolution\0"u8,
            "\0"u8,
            [
                Dispatcher.Encode(input), Dispatcher.Encode(weight), Dispatcher.EncodeOptional(bias),
                Dispatcher.EncodePair(stride), Dispatcher.EncodePair(padding), Dispatcher.EncodePair(dilation),
                Dispatcher.Encode(false), Dispatcher.EncodePair(0), Dispatcher.Encode(groups),
            ]);

    /// <summary>The gradients of <see cref="Convolution"/>.</summary>
    /// <param name="gradOutput">The gradient by the output.</param>
    /// <param name="input">The input of the forward call.</param>
    /// <param name="weight">The weight of the forward call.</param>
    /// <param name="hasBias">Whether the forward call had a bias.</param>
    /// <param name="stride">As in the forward call.</param>
    /// <param name="padding">As in the forward call.</param>
    /// <param name="dilation">As in the forward call.</param>
    /// <param name="groups">As in the forward call.</param>
    /// <param name="inputGrad">Whether to compute the gradient by the input; a first layer needs none.</param>
    /// <param name="weightGrad">Whether to compute the gradient by the weight.</param>
    /// <param name="biasGrad">Whether to compute the gradient by the bias.</param>
    /// <returns>The gradients asked for, null for the others.</returns>
    public static ConvolutionGradients ConvolutionBackward(
        Tensor gradOutput,
        Tensor input,
        Tensor weight,
        bool hasBias,
        long stride,
        long padding,
        long dilation,
        long groups,
        bool inputGrad,
        bool weightGrad,
        bool biasGrad)
    {
        if (weightGrad && OverrunsWorkspace(input, weight, stride, padding))
        {
            // A kernel of one pixel meets every stride-th pixel only, so this is a convolution with stride 1 over those.
            var rest = inputGrad
                ? ConvolutionBackward(gradOutput, input, weight, hasBias, stride, padding, dilation, groups, true, false, false)
                : default;
            var met = EveryNthPixel(input, stride);
            var gradients = ConvolutionBackward(gradOutput, met, weight, hasBias, 1, 0, 1, groups, false, true, biasGrad);
            met.Free();
            return new(rest.Input, gradients.Weight, gradients.Bias);
        }

        var biasSizes = Dispatcher.None;
        if (hasBias)
        {
            ReadOnlySpan<long> sizes = [weight.Size(0)];
            biasSizes = Dispatcher.EncodeOptional(Dispatcher.EncodeList(sizes));
        }

        Span<ulong> stack =
        [
            Dispatcher.Encode(gradOutput), Dispatcher.Encode(input), Dispatcher.Encode(weight), biasSizes,
            Dispatcher.EncodePair(stride), Dispatcher.EncodePair(padding), Dispatcher.EncodePair(dilation),
            Dispatcher.Encode(false), Dispatcher.EncodePair(0), Dispatcher.Encode(groups),
            Dispatcher.EncodeMask(inputGrad, weightGrad, biasGrad),
        ];
        Dispatcher.Call("aten::convolution_backward\0"u8, "\0"u8, stack);
        return new(Asked(stack[0], inputGrad), Asked(stack[1], weightGrad), Asked(stack[2], biasGrad));
    }

    /// <summary>
    /// Whether oneDNN would write beyond a buffer of its own: for the weight's gradient of a strided 1×1 convolution over channels-last images with fewer
    /// channels than its kernels take at once, 16 with AVX-512 and 8 with AVX2 (github.com/uxlfoundation/oneDNN/issues/6035; in libtorch 2.10 to 2.14 at least).
    /// </summary>
    private static bool OverrunsWorkspace(Tensor input, Tensor weight, long stride, long padding) =>
        stride > 1 && padding == 0 && weight.Size(2) == 1 && weight.Size(3) == 1 && weight.Size(1) < 16 && input.Device.Type == DeviceType.Cpu;

    private static Tensor EveryNthPixel(Tensor images, long n)
    {
        ReadOnlySpan<long> sizes = stackalloc long[] { images.Size(0), images.Size(1), (images.Size(2) - 1) / n + 1, (images.Size(3) - 1) / n + 1 };
        ReadOnlySpan<long> strides = stackalloc long[] { images.Stride(0), images.Stride(1), images.Stride(2) * n, images.Stride(3) * n };
        var view = images.View(sizes, strides, images.StorageOffset);
        var dense = Contiguous(view, MemoryFormat.ChannelsLast);
        view.Free();
        return dense;
    }

    // Some kernels compute a gradient that was not asked for.
    private static Tensor Asked(ulong slot, bool asked)
    {
        var tensor = Dispatcher.DecodeTensor(slot);
        if (asked)
            return tensor;
        tensor.Free();
        return default;
    }
}
