using Regimen.Torch;
using Xunit.Abstractions;

namespace Regimen.Parity;

/// <summary>Compares the first step's loss and gradients with PyTorch's.</summary>
public abstract class GradientTest(ReferenceAnswers answers, ITestOutputHelper output) : ParityTest(answers, output)
{
    /// <summary>Fails unless the loss, and ‖g − g'‖/‖g'‖ of every parameter, are within <paramref name="bound"/>.</summary>
    protected void Check(string name, KernelMode kernels, ScalarType elementType, double bound, int? seed = null)
    {
        var asked = ReferenceCase.Gradients(Subjects.Named(name), elementType, seed);
        using var experiment = asked.Create(kernels);
        var (loss, gradients) = ProductRun.Gradients(experiment);
        var (deviation, parameter) = Deviation.WorstParameter(experiment.Layout, gradients, Answers.Read(asked, "gradients.bin"));
        var precision = $"{elementType} {kernels}";
        Within($"loss, {precision}", Math.Abs(loss - Answers.Result(asked).Losses[0]), bound, name);
        Within($"gradient, {precision}", deviation, bound, $"{name} {parameter}");
    }
}
