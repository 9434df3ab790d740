using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Network;

/// <summary>An activation between the last product and the loss.</summary>
internal sealed class ActivationAtTheEnd() : ExperimentRule(
    "REG1010", RuleCategory.Network, DiagnosticSeverity.Warning,
    "Activation as the last layer",
    "{0} is the last layer, but the cross-entropy loss reads raw outputs (logits) and applies the softmax itself; remove it")
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

    private static bool IsWrong(LayerView layer) => layer is { IsLast: true, IsActivation: true };
}
