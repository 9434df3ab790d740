namespace Regimen.Torch;

public static unsafe partial class Aten
{
    /// <summary>The logarithm of <see cref="Softmax"/>, computed stably.</summary>
    /// <param name="self">The logits.</param>
    /// <param name="dimension">The dimension of the classes; negative ones count from the end.</param>
    /// <returns>Log-probabilities.</returns>
    public static Tensor LogSoftmax(Tensor self, int dimension) =>
        Dispatcher.CallForTensor(
            "aten::_log_softmax\0"u8,
            "\0"u8,
            [Dispatcher.Encode(self), Dispatcher.Encode((long)dimension), Dispatcher.Encode(false)]);

    /// <summary>The gradient of <see cref="LogSoftmax"/>.</summary>
    /// <param name="gradOutput">The gradient by the output.</param>
    /// <param name="output">The forward call's output.</param>
    /// <param name="dimension">As in the forward call.</param>
    /// <returns>The gradient by the logits.</returns>
    public static Tensor LogSoftmaxBackward(Tensor gradOutput, Tensor output, int dimension) =>
        Dispatcher.CallForTensor(
            "aten::_log_softmax_backward_data\0"u8,
            "\0"u8,
            [
                Dispatcher.Encode(gradOutput), Dispatcher.Encode(output), Dispatcher.Encode((long)dimension),
                Dispatcher.Encode(output.ScalarType),
            ]);

    /// <summary>exp(x) divided by its sum along a dimension.</summary>
    /// <param name="self">The logits.</param>
    /// <param name="dimension">The dimension of the classes; negative ones count from the end.</param>
    /// <returns>Probabilities.</returns>
    public static Tensor Softmax(Tensor self, int dimension) =>
        Dispatcher.CallForTensor(
            "aten::_softmax\0"u8,
            "\0"u8,
            [Dispatcher.Encode(self), Dispatcher.Encode((long)dimension), Dispatcher.Encode(false)]);
}
