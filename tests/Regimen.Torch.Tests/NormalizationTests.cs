using static Regimen.Torch.Tests.Numbers;

namespace Regimen.Torch.Tests;

public class NormalizationTests
{
    private const double Eps = 1e-5;

    [Fact]
    public void Batch_norm_normalizes_by_the_batch_and_updates_the_running_statistics()
    {
        var x = Floats([4, 1], 1, 2, 3, 6);
        var gamma = Floats([1], 2);
        var beta = Floats([1], 1);
        var mean = Floats([1], 0);
        var variance = Floats([1], 1);
        var result = Aten.NativeBatchNorm(x, gamma, beta, mean, variance, training: true, 0.1, Eps);

        // Mean 3; variance 14/4 = 3.5 biased, 14/3 unbiased.
        var inv = 1 / Math.Sqrt(3.5 + Eps);
        Near([1 - 4 * inv, 1 - 2 * inv, 1, 1 + 6 * inv], Peek(result.Output));
        Near([3], Peek(result.SavedMean));
        Near([inv], Peek(result.SavedInvStd));
        Near([0.3], Peek(mean));
        Near([0.9 + 0.1 * 14 / 3], Peek(variance));
        result.Free();

        var running = 1 / Math.Sqrt(0.9 + 0.1 * 14 / 3 + Eps);
        var evaluated = Aten.NativeBatchNorm(x, default, default, mean, variance, training: false, 0.1, Eps);
        Near([0.7 * running, 1.7 * running, 2.7 * running, 5.7 * running], Peek(evaluated.Output));
        evaluated.Free();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Batch_norm_backward_agrees_with_finite_differences(bool training)
    {
        var x = Random(1, 3, 2, 2, 2);
        var gamma = Floats([2], 1.5f, -0.5f);
        var beta = Floats([2], 0.25f, 0.5f);
        var g = Random(2, 3, 2, 2, 2);
        var mean = Floats([2], 0.1f, -0.1f);
        var variance = Floats([2], 0.5f, 2);
        var forward = Aten.NativeBatchNorm(x, gamma, beta, mean, variance, training, 0, Eps);
        var gradients = Aten.NativeBatchNormBackward(
            g, x, gamma, mean, variance, forward.SavedMean, forward.SavedInvStd, training, Eps);
        Func<Tensor> f = () =>
        {
            var result = Aten.NativeBatchNorm(x, gamma, beta, mean, variance, training, 0, Eps);
            result.SavedMean.Free();
            result.SavedInvStd.Free();
            return result.Output;
        };
        Near(Gradient(x, g, f, 3e-3f), Peek(gradients.Input), 5e-3);
        Near(Gradient(gamma, g, f), Peek(gradients.Weight), 2e-3);
        Near(Gradient(beta, g, f), Peek(gradients.Bias), 2e-3);
        gradients.Free();
        forward.Free();
    }

    [Fact]
    public void Layer_norm_normalizes_rows()
    {
        var x = Floats([2, 3], 1, 2, 6, -1, 0, 1);
        var gamma = Floats([3], 1, 2, 3);
        var beta = Floats([3], 10, 20, 30);
        var result = Aten.NativeLayerNorm(x, [3], gamma, beta, 0);

        // Row 1: mean 3, variance 14/3. Row 2: mean 0, variance 2/3.
        double a = 1 / Math.Sqrt(14.0 / 3), b = 1 / Math.Sqrt(2.0 / 3);
        Near([10 - 2 * a, 20 - 2 * a, 30 + 9 * a, 10 - b, 20, 30 + 3 * b], Peek(result.Output));
        Near([3, 0], Peek(result.SavedMean));
        Near([a, b], Peek(result.SavedInvStd));
        result.Free();
    }

    [Fact]
    public void Layer_norm_backward_agrees_with_finite_differences()
    {
        var x = Random(1, 3, 4);
        var gamma = Random(2, 4);
        var beta = Random(3, 4);
        var g = Random(4, 3, 4);
        var forward = Aten.NativeLayerNorm(x, [4], gamma, beta, Eps);
        var gradients = Aten.NativeLayerNormBackward(g, x, [4], forward.SavedMean, forward.SavedInvStd, gamma, beta);
        Func<Tensor> f = () =>
        {
            var result = Aten.NativeLayerNorm(x, [4], gamma, beta, Eps);
            result.SavedMean.Free();
            result.SavedInvStd.Free();
            return result.Output;
        };
        Near(Gradient(x, g, f, 3e-3f), Peek(gradients.Input), 5e-3);
        Near(Gradient(gamma, g, f), Peek(gradients.Weight), 2e-3);
        Near(Gradient(beta, g, f), Peek(gradients.Bias), 2e-3);
        gradients.Free();

        var plain = Aten.NativeLayerNormBackward(g, x, [4], forward.SavedMean, forward.SavedInvStd, default, default);
        Assert.True(plain.Weight.IsNull);
        Assert.True(plain.Bias.IsNull);
        plain.Free();
        forward.Free();
    }
}
