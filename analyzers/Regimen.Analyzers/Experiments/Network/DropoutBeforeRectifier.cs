using Microsoft.CodeAnalysis;
using Regimen.Compiler.Graph.Layers;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Network;

/// <summary>Product → dropout → ReLU. A rectifier lets zeros and positive factors pass, so the order changes nothing but the reading.</summary>
internal sealed class DropoutBeforeRectifier() : ExperimentRule(
    "REG1007", RuleCategory.Network, DiagnosticSeverity.Info,
    "Dropout before a rectifier",
    "{0} before {1} makes the same values as behind it; put it behind {1}, the usual order")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        foreach (var (dropout, activation) in experiment.Neighbours)
        {
            if (dropout is { IsDropout: true, Previous: { IsProduct: true } or { IsNorm: true } } && activation.Role == LayerRole.Rectifier)
                yield return At(dropout, activation, dropout.Display, activation.Display);
        }
    }
}
