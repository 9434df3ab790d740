using Microsoft.CodeAnalysis;
using Regimen.Compiler.Graph.Layers;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Network;

/// <summary>Sigmoid or tanh between the products of a network of several (Glorot and Bengio 2010).</summary>
internal sealed class SaturatingActivation() : ExperimentRule(
    "REG1015", RuleCategory.Network, DiagnosticSeverity.Warning,
    "Saturating activation between hidden layers",
    "{0} saturates, so over a network of {1} products the gradient fades; use ReLU()")
{
    /// <summary>
    /// From three products on, the first one's gradient passes two activations. A sigmoid's slope is at most 1/4, so that two leave at most
    /// 1/16 of it; a tanh's is below 1 everywhere but at 0. With a single hidden layer either trains well.
    /// </summary>
    private const int FewestProducts = 3;

    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        if (experiment.Layers.Count(layer => layer.IsProduct) is var products && products < FewestProducts)
            yield break;
        foreach (var layer in experiment.Layers)
        {
            // A residual carries the gradient around its body, and a normalisation keeps the values where the slope is large.
            if (layer is { Role: LayerRole.Saturating, Chain: { Owner: null } chain, Previous: not null and not { IsNorm: true } }
                && chain.Layers.Take(layer.Position).Any(HasProduct) && chain.Layers.Skip(layer.Position + 1).Any(HasProduct))
            {
                yield return At(layer.Location, layer.Display, products);
            }
        }
    }

    private static bool HasProduct(LayerView layer) => layer.Subtree.Any(part => part.IsProduct);
}
