using Microsoft.CodeAnalysis;
using Regimen.Compiler.Graph.Layers;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Network;

/// <summary>A hidden fully connected layer that is wider than the hidden one before it.</summary>
internal sealed class GrowingWidth() : ExperimentRule(
    "REG1018", RuleCategory.Network, DiagnosticSeverity.Info,
    "Hidden layers that grow",
    "{0} widens {1} hidden features to {2}; widths usually stay or shrink towards the classes")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        foreach (var layer in experiment.Layers)
        {
            if (layer is { Kind: "Linear", Chain: { Owner: null } chain } && Before(layer) is { } narrow
                && layer.Integer("features") > narrow.Integer("features")
                && chain.Layers.Skip(layer.Position + 1).Any(later => later.Subtree.Any(part => part.IsProduct)))
            {
                yield return At(layer.Location, layer.Display, narrow.Integer("features"), layer.Integer("features"));
            }
        }
    }

    /// <summary>The hidden layer before this one; null where something else than one layer's normalisation, activation and dropout lies between, or no activation does (a product in two factors).</summary>
    private static LayerView? Before(LayerView layer)
    {
        var before = layer.Previous;
        var isHidden = false;
        for (; before is { IsNorm: true } or { IsActivation: true } or { Role: LayerRole.Dropout }; before = before.Previous)
            isHidden |= before.IsActivation;
        return isHidden && before is { Kind: "Linear" } ? before : null;
    }
}
