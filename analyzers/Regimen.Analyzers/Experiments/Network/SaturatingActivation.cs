using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;
using Regimen.Compiler.Graph.Layers;

namespace Regimen.Analyzers.Experiments.Network;

/// <summary>Several sigmoids or tanhs between the products of a network (Glorot and Bengio 2010).</summary>
internal sealed class SaturatingActivation() : ExperimentRule(
    "REG1015", RuleCategory.Network, DiagnosticSeverity.Warning,
    "Saturating activations between hidden layers",
    "{0} saturates, and over {1} such activations the gradient fades; use ReLU()")
{
    /// <summary>
    /// Slopes multiply: a sigmoid's is at most 1/4, so that two leave at most 1/16 of the gradient; a tanh's is below 1 everywhere but at 0.
    /// A network with one of them, as that of a single hidden layer, trains well.
    /// </summary>
    private const int Fewest = 2;

    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        // The network itself is the first chain; a residual carries the gradient around its body.
        var layers = experiment.Chains[0].Layers;
        int first = -1, last = -1;
        for (var position = 0; position < layers.Count; position++)
        {
            if (layers[position].Subtree.Any(part => part.IsProduct))
                (first, last) = (first < 0 ? position : first, position);
        }

        // A normalisation keeps the values where the slope is large.
        LayerView[] found = [.. layers.Where(layer =>
            layer.Role == LayerRole.Saturating && layer.Position > first && layer.Position < last && layer.Previous is not { IsNorm: true })];
        return found.Length < Fewest ? [] : found.Select(layer => At(layer.Location, layer.Display, found.Length));
    }
}
