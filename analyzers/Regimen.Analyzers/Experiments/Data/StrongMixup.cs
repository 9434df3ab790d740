using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Data;

/// <summary>Zhang et al. 2018 take 0.1 to 0.4 for ImageNet and 1 for CIFAR, and see underfitting with more.</summary>
internal sealed class StrongMixup() : ExperimentRule(
    "REG3002", RuleCategory.Data, DiagnosticSeverity.Info,
    "Mixup is stronger than usual",
    "Mixup with an alpha of {0} makes nearly even mixtures the rule, on which networks underfit; 0.1 to 1 is usual")
{
    /// <summary>At 1 all shares are equally likely; above it, the even ones are likelier.</summary>
    private const double Most = 1;

    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        if (experiment.Number("MixupAlpha") is { } alpha && alpha > Most)
            yield return At(experiment.Attribute("Mixup")!.LocationOf("Alpha"), Text(alpha));
    }
}
