namespace Regimen.Torch;

public static unsafe partial class Aten
{
    /// <summary>2-dimensional max-pooling with a square window; the last incomplete window is dropped.</summary>
    /// <param name="input">[n, c, height, width].</param>
    /// <param name="kernel">The side of the window.</param>
    /// <param name="stride">The step between two windows.</param>
    /// <param name="padding">Rows and columns of −∞ on each side, at most half the window.</param>
    /// <param name="dilation">The distance between two elements of the window.</param>
    /// <returns>The maxima and where they were.</returns>
    public static MaxPoolResult MaxPool2dWithIndices(Tensor input, long kernel, long stride, long padding = 0, long dilation = 1)
    {
        Span<ulong> stack =
        [
            Dispatcher.Encode(input), Dispatcher.EncodePair(kernel), Dispatcher.EncodePair(stride),
            Dispatcher.EncodePair(padding), Dispatcher.EncodePair(dilation), Dispatcher.Encode(false),
        ];
        Dispatcher.Call("aten::max_pool2d_with_indices\0"u8, "\0"u8, stack);
        return new(Dispatcher.DecodeTensor(stack[0]), Dispatcher.DecodeTensor(stack[1]));
    }

    /// <summary>The gradient of <see cref="MaxPool2dWithIndices"/>.</summary>
    /// <param name="gradOutput">The gradient by the output.</param>
    /// <param name="input">The input of the forward call.</param>
    /// <param name="indices">From the forward call's result.</param>
    /// <param name="kernel">As in the forward call.</param>
    /// <param name="stride">As in the forward call.</param>
    /// <param name="padding">As in the forward call.</param>
    /// <param name="dilation">As in the forward call.</param>
    /// <returns>The gradient by the input.</returns>
    public static Tensor MaxPool2dWithIndicesBackward(
        Tensor gradOutput, Tensor input, Tensor indices, long kernel, long stride, long padding = 0, long dilation = 1) =>
        Dispatcher.CallForTensor(
            "aten::max_pool2d_with_indices_backward\0"u8,
            "\0"u8,
            [
                Dispatcher.Encode(gradOutput), Dispatcher.Encode(input), Dispatcher.EncodePair(kernel),
                Dispatcher.EncodePair(stride), Dispatcher.EncodePair(padding), Dispatcher.EncodePair(dilation),
                Dispatcher.Encode(false), Dispatcher.Encode(indices),
            ]);

    /// <summary>2-dimensional average-pooling with a square window; padding counts in the average.</summary>
    /// <param name="input">[n, c, height, width].</param>
    /// <param name="kernel">The side of the window.</param>
    /// <param name="stride">The step between two windows.</param>
    /// <param name="padding">Rows and columns of zeros on each side.</param>
    /// <returns>The averages.</returns>
    public static Tensor AvgPool2d(Tensor input, long kernel, long stride, long padding = 0) =>
        Dispatcher.CallForTensor(
            "aten::avg_pool2d\0"u8,
            "\0"u8,
            [
                Dispatcher.Encode(input), Dispatcher.EncodePair(kernel), Dispatcher.EncodePair(stride),
                Dispatcher.EncodePair(padding), Dispatcher.Encode(false), Dispatcher.Encode(true), Dispatcher.None,
            ]);

    /// <summary>The gradient of <see cref="AvgPool2d"/>.</summary>
    /// <param name="gradOutput">The gradient by the output.</param>
    /// <param name="input">The input of the forward call; only its shape matters.</param>
    /// <param name="kernel">As in the forward call.</param>
    /// <param name="stride">As in the forward call.</param>
    /// <param name="padding">As in the forward call.</param>
    /// <returns>The gradient by the input.</returns>
    public static Tensor AvgPool2dBackward(Tensor gradOutput, Tensor input, long kernel, long stride, long padding = 0) =>
        Dispatcher.CallForTensor(
            "aten::avg_pool2d_backward\0"u8,
            "\0"u8,
            [
                Dispatcher.Encode(gradOutput), Dispatcher.Encode(input), Dispatcher.EncodePair(kernel),
                Dispatcher.EncodePair(stride), Dispatcher.EncodePair(padding), Dispatcher.Encode(false),
                Dispatcher.Encode(true), Dispatcher.None,
            ]);
}
