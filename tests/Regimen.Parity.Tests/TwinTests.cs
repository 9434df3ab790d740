using Regimen.Torch;
using Xunit.Abstractions;

namespace Regimen.Parity;

/// <summary>Fused kernels compute what their operator-by-operator twins compute, but for rounding: both in float32, without PyTorch.</summary>
public sealed class TwinTests(ReferenceAnswers answers, ITestOutputHelper output) : ParityTest(answers, output)
{
    public static TheoryData<string> Networks => Subjects.Names(Subjects.Networks);

    [Theory]
    [MemberData(nameof(Networks))]
    public void Fused_kernels_equal_their_twins(string network)
    {
        var asked = ReferenceCase.Gradients(Subjects.Named(network), ScalarType.Float32);
        using var fused = asked.Create(KernelMode.Automatic);
        using var twin = asked.Create(KernelMode.Operators);
        var (fusedLoss, fusedGradients) = ProductRun.Gradients(fused);
        var (twinLoss, twinGradients) = ProductRun.Gradients(twin);
        var (gradient, parameter) = Deviation.WorstParameter(fused.Layout, fusedGradients, twinGradients);

        // A rounding is 6e-8: a few in the forward pass, some more in the sums of a gradient.
        Within("loss", Math.Abs(fusedLoss - twinLoss), 1e-6, network);
        Within("gradient", gradient, 1e-5, $"{network} {parameter}");
        Within("weight", Deviation.Relative(ProductRun.Weights(fused), ProductRun.Weights(twin)), 1e-6, network);
        Within("logits", Deviation.Relative(ProductRun.Logits(fused), ProductRun.Logits(twin)), 1e-5, network);
        if (fused.Layout.Buffers.Length > 0)
            Within("running statistics", Deviation.Relative(ProductRun.Buffers(fused), ProductRun.Buffers(twin)), 1e-6, network);
    }
}
