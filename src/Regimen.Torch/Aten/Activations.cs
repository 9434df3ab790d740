namespace Regimen.Torch;

public static unsafe partial class Aten
{
    /// <summary>max(x, 0).</summary>
    /// <param name="self">x.</param>
    /// <returns>A tensor of the same shape.</returns>
    public static Tensor Relu(Tensor self) => Unary("aten::relu\0"u8, self);

    /// <summary>The gradient where x is above the threshold, 0 elsewhere; with threshold 0 the gradient of <see cref="Relu"/>.</summary>
    /// <param name="gradOutput">The gradient by the output.</param>
    /// <param name="self">x, or for ReLU its output, which is as good.</param>
    /// <param name="threshold">The threshold.</param>
    /// <returns>The gradient by x. A NaN in x lets the gradient through, as in libtorch's own operator.</returns>
    public static Tensor ThresholdBackward(Tensor gradOutput, Tensor self, double threshold)
    {
        // aten::threshold_backward has a Scalar; this is its definition in two operators without one.
        var limit = ScalarTensor.For(self, threshold);
        var off = Binary("aten::le\0"u8, "Tensor\0"u8, self, limit);
        var zero = ScalarTensor.Create(0, gradOutput.ScalarType);
        var gradient = Dispatcher.CallForTensor(
            "aten::masked_fill\0"u8,
            "Tensor\0"u8,
            [Dispatcher.Encode(gradOutput), Dispatcher.Encode(off), Dispatcher.Encode(zero)]);
        zero.Free();
        off.Free();
        limit.Free();
        return gradient;
    }

    /// <summary>x where positive, slope·x elsewhere.</summary>
    /// <param name="self">x.</param>
    /// <param name="negativeSlope">The slope for negative x.</param>
    /// <returns>A tensor of the same shape.</returns>
    public static Tensor LeakyRelu(Tensor self, double negativeSlope)
    {
        // aten::leaky_relu has a Scalar; PReLU with one shared slope is the same function with the slope in a tensor.
        ReadOnlySpan<long> one = [1];
        var slope = Tensor.Empty(one, self.ScalarType, self.Device);
        Fill(slope, negativeSlope);
        var output = Binary("aten::prelu\0"u8, "\0"u8, self, slope);
        slope.Free();
        return output;
    }

    /// <summary>The gradient of <see cref="LeakyRelu"/>.</summary>
    /// <param name="gradOutput">The gradient by the output.</param>
    /// <param name="self">x.</param>
    /// <param name="negativeSlope">The slope for negative x.</param>
    /// <returns>The gradient by x.</returns>
    public static Tensor LeakyReluBackward(Tensor gradOutput, Tensor self, double negativeSlope)
    {
        // As above: aten::leaky_relu_backward has a Scalar.
        var zero = ScalarTensor.For(self, 0);
        var positive = Binary("aten::gt\0"u8, "Tensor\0"u8, self, zero);
        var scaled = Mul(gradOutput, negativeSlope);
        var gradient = Dispatcher.CallForTensor(
            "aten::where\0"u8,
            "self\0"u8,
            [Dispatcher.Encode(positive), Dispatcher.Encode(gradOutput), Dispatcher.Encode(scaled)]);
        scaled.Free();
        positive.Free();
        zero.Free();
        return gradient;
    }

    /// <summary>x·Φ(x) with the exact normal distribution function (Hendrycks and Gimpel, 2016).</summary>
    /// <param name="self">x.</param>
    /// <returns>A tensor of the same shape.</returns>
    public static Tensor Gelu(Tensor self) =>
        Dispatcher.CallForTensor("aten::gelu\0"u8, "\0"u8, [Dispatcher.Encode(self), Dispatcher.EncodeString("none"u8)]);

    /// <summary>The gradient of <see cref="Gelu"/>.</summary>
    /// <param name="gradOutput">The gradient by the output.</param>
    /// <param name="self">x.</param>
    /// <returns>The gradient by x.</returns>
    public static Tensor GeluBackward(Tensor gradOutput, Tensor self) =>
        Dispatcher.CallForTensor(
            "aten::gelu_backward\0"u8,
            "\0"u8,
            [Dispatcher.Encode(gradOutput), Dispatcher.Encode(self), Dispatcher.EncodeString("none"u8)]);

    /// <summary>x·σ(x), also called swish.</summary>
    /// <param name="self">x.</param>
    /// <returns>A tensor of the same shape.</returns>
    public static Tensor Silu(Tensor self) => Unary("aten::silu\0"u8, self);

    /// <summary>The gradient of <see cref="Silu"/>.</summary>
    /// <param name="gradOutput">The gradient by the output.</param>
    /// <param name="self">x.</param>
    /// <returns>The gradient by x.</returns>
    public static Tensor SiluBackward(Tensor gradOutput, Tensor self) =>
        Binary("aten::silu_backward\0"u8, "\0"u8, gradOutput, self);

    /// <summary>1 / (1 + exp(−x)).</summary>
    /// <param name="self">x.</param>
    /// <returns>A tensor of the same shape.</returns>
    public static Tensor Sigmoid(Tensor self) => Unary("aten::sigmoid\0"u8, self);

    /// <summary>The gradient of <see cref="Sigmoid"/>.</summary>
    /// <param name="gradOutput">The gradient by the output.</param>
    /// <param name="output">The forward call's output.</param>
    /// <returns>The gradient by x.</returns>
    public static Tensor SigmoidBackward(Tensor gradOutput, Tensor output) =>
        Binary("aten::sigmoid_backward\0"u8, "\0"u8, gradOutput, output);

    /// <summary>The hyperbolic tangent.</summary>
    /// <param name="self">x.</param>
    /// <returns>A tensor of the same shape.</returns>
    public static Tensor Tanh(Tensor self) => Unary("aten::tanh\0"u8, self);

    /// <summary>The gradient of <see cref="Tanh"/>.</summary>
    /// <param name="gradOutput">The gradient by the output.</param>
    /// <param name="output">The forward call's output.</param>
    /// <returns>The gradient by x.</returns>
    public static Tensor TanhBackward(Tensor gradOutput, Tensor output) =>
        Binary("aten::tanh_backward\0"u8, "\0"u8, gradOutput, output);
}
