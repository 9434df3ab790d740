using Regimen.Torch;
using Xunit.Abstractions;

namespace Regimen.Parity;

/// <summary>
/// The gradients of the three samples from end to end, on real images, mixed and smoothed, against autograd. In float64 all is decided at once. In
/// float32 a batch has millions of ReLU inputs and pooling windows, and now and then one lies within rounding of its kink: the gradient jumps
/// there, a thousandth of it for one pixel, and PyTorch's float32 gradient is as far from PyTorch's own float64 gradient. So several
/// seeds are tried, PyTorch says at which of them its two gradients are one, and there ours must be the same.
/// </summary>
public sealed class SampleGradientTests(ReferenceAnswers answers, ITestOutputHelper output) : GradientTest(answers, output)
{
    private const double Bound = 1e-4;

    public static TheoryData<string> Samples => Subjects.Names(Subjects.Samples);

    [Theory]
    [MemberData(nameof(Samples))]
    public void By_operators_in_float64(string sample)
    {
        foreach (var seed in Subjects.GradientSeeds.Take(2))
            Check(sample, KernelMode.Operators, ScalarType.Float64, 1e-9, seed);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Fused_in_float32(string sample)
    {
        var type = Subjects.Named(sample);
        var agreeing = 0;
        var wellPosed = Subjects.GradientSeeds.Where(seed => OwnDeviation(type, seed) <= Bound).ToArray();
        Assert.True(wellPosed.Length > 0, $"PyTorch's gradients of {sample} in float32 and float64 differ by more than {Bound} at every seed: nothing to compare with.");
        foreach (var seed in wellPosed)
        {
            var asked = ReferenceCase.Gradients(type, ScalarType.Float32, seed);
            using var experiment = asked.Create(KernelMode.Automatic);
            var (loss, gradients) = ProductRun.Gradients(experiment);
            var (deviation, parameter) = Deviation.WorstParameter(experiment.Layout, gradients, Answers.Read(asked, "gradients.bin"));
            Within("loss, Float32 Automatic", Math.Abs(loss - Answers.Result(asked).Losses[0]), 1e-6, $"{sample} seed {seed}");
            Report("gradient, Float32 Automatic", deviation, Bound, $"{sample} seed {seed} {parameter}");
            agreeing += deviation <= Bound ? 1 : 0;
        }

        // A kink may still lie between ours and both of PyTorch's; a wrong derivative would differ at every seed.
        Assert.True(2 * agreeing > wellPosed.Length, $"The gradient of {sample} is within {Bound} of PyTorch's at {agreeing} seeds of {wellPosed.Length}.");
    }

    /// <summary>How far PyTorch's float32 gradient is from its float64 gradient, in the worst parameter.</summary>
    private double OwnDeviation(Type type, int seed)
    {
        var asked = ReferenceCase.Gradients(type, ScalarType.Float32, seed);
        using var experiment = asked.Create(KernelMode.Automatic);
        var (deviation, parameter) = Deviation.WorstParameter(
            experiment.Layout,
            Answers.Read(asked, "gradients.bin"),
            Answers.Read(ReferenceCase.Gradients(type, ScalarType.Float64, seed), "gradients.bin"));
        Report("PyTorch's own gradient, Float32 to Float64", deviation, Bound, $"{type.Name} seed {seed} {parameter}");
        return deviation;
    }
}
