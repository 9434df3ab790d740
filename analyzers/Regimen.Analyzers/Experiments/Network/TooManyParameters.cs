using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Network;

/// <summary>Far more parameters than the training images can determine.</summary>
internal sealed class TooManyParameters() : ExperimentRule(
    "REG1022", RuleCategory.Network, DiagnosticSeverity.Info,
    "Network far too large for the data",
    "{0} has {1} of the {2} parameters that learn from {3} images; use fewer features, or make its input smaller first")
{
    /// <summary>
    /// Parameters per training image. Networks that are known to generalise lie below: the wide residual network 28-10 has 36.5 million for
    /// the 50,000 images of CIFAR (730 per image; Zagoruyko and Komodakis 2016), VGG-16 has 138 million for the 1.28 million of ImageNet (108).
    /// </summary>
    private const long ManyPerImage = 1_000;

    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        var images = experiment.Spec.Data.TrainImages;
        var parameters = experiment.Layers.Sum(layer => layer.Parameters);
        if (images == 0 || parameters / images < ManyPerImage)
            yield break;
        var largest = experiment.Layers.OrderByDescending(layer => layer.Parameters).First();
        yield return At(
            largest.Location,
            largest.Display,
            FormattableString.Invariant($"{Math.Round(100.0 * largest.Parameters / parameters)} %"),
            FormattableString.Invariant($"{parameters:N0}"),
            FormattableString.Invariant($"{images:N0}"));
    }
}
