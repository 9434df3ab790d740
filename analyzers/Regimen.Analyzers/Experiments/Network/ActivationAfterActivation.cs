using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Network;

/// <summary>Two activations with nothing between them.</summary>
internal sealed class ActivationAfterActivation() : ExperimentRule(
    "REG1012", RuleCategory.Network, DiagnosticSeverity.Warning,
    "Two activations in a row",
    "{0} reads what {1} made non-linear already; remove one of the two")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        foreach (var (first, second) in experiment.Neighbours)
        {
            if (first.IsActivation && second.IsActivation)
                yield return At(second, layer => layer is { IsActivation: true, Previous.IsActivation: true }, second.Display, first.Display);
        }
    }
}
