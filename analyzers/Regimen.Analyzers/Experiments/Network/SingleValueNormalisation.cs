using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Network;

/// <summary>A layer normalisation over one value, whose mean is the value and whose variance is 0.</summary>
internal sealed class SingleValueNormalisation() : ExperimentRule(
    "REG1017", RuleCategory.Network, DiagnosticSeverity.Warning,
    "Layer normalisation of a single value",
    "{0} normalises one value per sample, which always gives 0 before the shift; remove it")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        foreach (var layer in experiment.Layers)
        {
            if (layer is { Kind: "LayerNorm", Input.Count: 1 })
                yield return At(layer.Location, layer.Display);
        }
    }
}
