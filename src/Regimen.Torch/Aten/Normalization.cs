namespace Regimen.Torch;

public static unsafe partial class Aten
{
    /// <summary>Batch normalization: (x − mean) / √(variance + eps) · weight + bias, per channel.</summary>
    /// <param name="input">[n, c, …].</param>
    /// <param name="weight">The scale (gamma), [c], or null for 1.</param>
    /// <param name="bias">The shift (beta), [c], or null for 0.</param>
    /// <param name="runningMean">[c]; read if not training, else updated in place. Null if there is none.</param>
    /// <param name="runningVariance">[c]; likewise, with the unbiased variance of the batch.</param>
    /// <param name="training">Whether to use (and record) the batch's own statistics.</param>
    /// <param name="momentum">The weight of the new value in the running ones (PyTorch's convention, 0.1 by default there).</param>
    /// <param name="eps">Added to the variance.</param>
    /// <returns>The output and the batch's statistics, [c].</returns>
    public static NormalizationResult NativeBatchNorm(
        Tensor input, Tensor weight, Tensor bias, Tensor runningMean, Tensor runningVariance, bool training, double momentum, double eps)
    {
        Span<ulong> stack =
        [
            Dispatcher.Encode(input), Dispatcher.EncodeOptional(weight), Dispatcher.EncodeOptional(bias),
            Dispatcher.EncodeOptional(runningMean), Dispatcher.EncodeOptional(runningVariance),
            Dispatcher.Encode(training), Dispatcher.Encode(momentum), Dispatcher.Encode(eps),
        ];
        Dispatcher.Call("aten::native_batch_norm\0"u8, "\0"u8, stack);
        return DecodeNormalization(stack);
    }

    /// <summary>The gradients of <see cref="NativeBatchNorm"/>.</summary>
    /// <param name="gradOutput">The gradient by the output.</param>
    /// <param name="input">The input of the forward call.</param>
    /// <param name="weight">As in the forward call.</param>
    /// <param name="runningMean">As in the forward call.</param>
    /// <param name="runningVariance">As in the forward call.</param>
    /// <param name="savedMean">From the forward call's result.</param>
    /// <param name="savedInvStd">From the forward call's result.</param>
    /// <param name="training">As in the forward call.</param>
    /// <param name="eps">As in the forward call.</param>
    /// <returns>All three gradients; those by weight and bias are null if there was no weight.</returns>
    public static NormalizationGradients NativeBatchNormBackward(
        Tensor gradOutput,
        Tensor input,
        Tensor weight,
        Tensor runningMean,
        Tensor runningVariance,
        Tensor savedMean,
        Tensor savedInvStd,
        bool training,
        double eps)
    {
        var affine = !weight.IsNull;
        Span<ulong> stack =
        [
            Dispatcher.Encode(gradOutput), Dispatcher.Encode(input), Dispatcher.EncodeOptional(weight),
            Dispatcher.EncodeOptional(runningMean), Dispatcher.EncodeOptional(runningVariance),
            Dispatcher.EncodeOptional(savedMean), Dispatcher.EncodeOptional(savedInvStd),
            Dispatcher.Encode(training), Dispatcher.Encode(eps), Dispatcher.EncodeMask(true, affine, affine),
        ];
        Dispatcher.Call("aten::native_batch_norm_backward\0"u8, "\0"u8, stack);
        return new(Dispatcher.DecodeTensor(stack[0]), Asked(stack[1], affine), Asked(stack[2], affine));
    }

    /// <summary>Layer normalization over the last dimensions.</summary>
    /// <param name="input">[…, normalizedShape].</param>
    /// <param name="normalizedShape">The sizes of the dimensions that are normalized together.</param>
    /// <param name="weight">The scale (gamma), of that shape, or null for 1.</param>
    /// <param name="bias">The shift (beta), of that shape, or null for 0.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <returns>The output and the statistics per row.</returns>
    public static NormalizationResult NativeLayerNorm(
        Tensor input, ReadOnlySpan<long> normalizedShape, Tensor weight, Tensor bias, double eps)
    {
        Span<ulong> stack =
        [
            Dispatcher.Encode(input), Dispatcher.EncodeList(normalizedShape), Dispatcher.EncodeOptional(weight),
            Dispatcher.EncodeOptional(bias), Dispatcher.Encode(eps),
        ];
        Dispatcher.Call("aten::native_layer_norm\0"u8, "\0"u8, stack);
        return DecodeNormalization(stack);
    }

    /// <summary>The gradients of <see cref="NativeLayerNorm"/>.</summary>
    /// <param name="gradOutput">The gradient by the output.</param>
    /// <param name="input">The input of the forward call.</param>
    /// <param name="normalizedShape">As in the forward call.</param>
    /// <param name="savedMean">From the forward call's result.</param>
    /// <param name="savedInvStd">From the forward call's result.</param>
    /// <param name="weight">As in the forward call.</param>
    /// <param name="bias">As in the forward call.</param>
    /// <returns>The gradients; by weight and bias null where those were null.</returns>
    public static NormalizationGradients NativeLayerNormBackward(
        Tensor gradOutput,
        Tensor input,
        ReadOnlySpan<long> normalizedShape,
        Tensor savedMean,
        Tensor savedInvStd,
        Tensor weight,
        Tensor bias)
    {
        Span<ulong> stack =
        [
            Dispatcher.Encode(gradOutput), Dispatcher.Encode(input), Dispatcher.EncodeList(normalizedShape),
            Dispatcher.Encode(savedMean), Dispatcher.Encode(savedInvStd), Dispatcher.EncodeOptional(weight),
            Dispatcher.EncodeOptional(bias), Dispatcher.EncodeMask(true, !weight.IsNull, !bias.IsNull),
        ];
        Dispatcher.Call("aten::native_layer_norm_backward\0"u8, "\0"u8, stack);
        return new(Dispatcher.DecodeTensor(stack[0]), Asked(stack[1], !weight.IsNull), Asked(stack[2], !bias.IsNull));
    }

    private static NormalizationResult DecodeNormalization(ReadOnlySpan<ulong> stack) =>
        new(Dispatcher.DecodeTensor(stack[0]), Dispatcher.DecodeTensor(stack[1]), Dispatcher.DecodeTensor(stack[2]));
}
