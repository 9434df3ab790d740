using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Network;

/// <summary>A layer that must not stand between the last product and the loss.</summary>
internal abstract class WrongAtTheEnd(string id, string title, string message) : ExperimentRule(id, RuleCategory.Network, DiagnosticSeverity.Warning, title, message)
{
    public sealed override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        // Half a network ends anywhere; the end is known where the outputs fit the classes.
        return !experiment.IsBuilt ? [] : experiment.Layers.Where(IsLastAndWrong).Select(layer => At(layer, IsLastAndWrong, layer.Display));

        bool IsLastAndWrong(LayerView layer) => layer.IsLast && IsWrong(layer);
    }

    /// <summary>Whether it is such a layer.</summary>
    protected abstract bool IsWrong(LayerView layer);
}
