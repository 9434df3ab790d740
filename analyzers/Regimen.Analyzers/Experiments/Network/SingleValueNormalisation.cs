using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Network;

/// <summary>A normalisation over one value, whose mean is the value and whose variance is 0.</summary>
internal sealed class SingleValueNormalisation() : ExperimentRule(
    "REG1017", RuleCategory.Network, DiagnosticSeverity.Warning,
    "Normalisation of a single value",
    "{0} normalises {1}; {2}")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        var images = experiment.Spec.Data.TrainImages;
        var batch = experiment.BatchSize;
        foreach (var layer in experiment.Layers)
        {
            if (layer is { Kind: "LayerNorm", Input.Count: 1 })
                yield return At(layer.Location, layer.Display, "one value per sample, which always gives 0", "remove it");
            if (layer is not { IsBatchNorm: true, Input.Pixels: 1 })
                continue;
            if (batch == 1)
                yield return At(layer.Location, layer.Display, "one value per channel, since BatchSize is 1, and training stops here", "use a larger batch or LayerNorm()");
            else if (images % batch == 1)
                yield return At(layer.Location, layer.Display, FormattableString.Invariant($"one value per channel in the last batch, since {images:N0} images leave one over, and training stops there"), "use another BatchSize");
        }
    }
}
