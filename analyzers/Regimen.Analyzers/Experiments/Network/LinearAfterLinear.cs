using Microsoft.CodeAnalysis;
using Regimen.Compiler.Graph.Layers;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Network;

/// <summary>Two fully connected layers that collapse to one. Batch normalisation is affine where it is evaluated, and dropout is linear.</summary>
internal sealed class LinearAfterLinear() : ExperimentRule(
    "REG1023", RuleCategory.Network, DiagnosticSeverity.Warning,
    "Two products without an activation between them",
    "{0} and {1} together are no more than one product: nothing non-linear stands between them; put ReLU() there")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        foreach (var second in experiment.Layers.Where(layer => layer.Kind == "Linear"))
        {
            LayerView? norm = null;
            var first = second.Previous;
            for (; first is { IsBatchNorm: true } or { Role: LayerRole.Dropout }; first = first.Previous)
                norm ??= first.IsBatchNorm ? first : null;
            if (first is { Kind: "Linear", Input: { } input } && !IsBottleneck(input.Count, first.Integer("features"), second.Integer("features")))
                yield return At(second, norm ?? first, first.Display, second.Display);
        }
    }

    /// <summary>A product in two factors of low rank saves work on purpose.</summary>
    private static bool IsBottleneck(long inputs, int middle, int outputs) => middle < inputs && middle < outputs;
}
