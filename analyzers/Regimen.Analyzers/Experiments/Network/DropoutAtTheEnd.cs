using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Network;

/// <summary>A dropout between the last product and the loss.</summary>
internal sealed class DropoutAtTheEnd() : ExperimentRule(
    "REG1011", RuleCategory.Network, DiagnosticSeverity.Warning,
    "Dropout as the last layer",
    "{0} is the last layer, so it sets outputs for whole classes to 0 in the loss; remove it")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        foreach (var layer in experiment.Layers.Where(IsWrong))
        {
            // Half a network ends anywhere; the end is known where the outputs fit the classes.
            if (experiment.Graph is not null)
                yield return At(layer, IsWrong, layer.Display);
        }
    }

    private static bool IsWrong(LayerView layer) => layer is { IsLast: true, IsDropout: true };
}
