using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Network;

/// <summary>A residual body whose last layer lets next to nothing negative pass (He et al. 2016b).</summary>
internal sealed class ResidualEndsInActivation() : ExperimentRule(
    "REG1019", RuleCategory.Network, DiagnosticSeverity.Warning,
    "Residual branch that ends in an activation",
    "The branch ends in {0}, which makes hardly anything negative, so the sum can only grow; put {0} behind the residual")
{
    /// <summary>Activations that are never below −0.3: GELU's least value is −0.17, SiLU's −0.28. A tanh or a steep leaky ReLU is not one.</summary>
    private static readonly ImmutableHashSet<string> OneSided = ["ReLU", "GELU", "SiLU", "Sigmoid"];

    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        foreach (var chain in experiment.Chains)
        {
            if (chain.IsBody && chain.Layers.LastOrDefault() is { } last && IsWrong(last))
                yield return At(last, [], Hints(last), last.Display);
        }
    }

    private static bool IsWrong(LayerView layer) => OneSided.Contains(layer.Kind) && layer is { Chain.IsBody: true, Next: null };

    private static ImmutableDictionary<string, string?> Hints(LayerView last)
    {
        if (!last.SamePlace.All(IsWrong))
            return FixHints.None;
        var following = last.SamePlace.Select(layer => layer.Chain?.Owner?.Next).ToArray();
        if (following.All(HasActivation))
            return FixHints.ActivationFollows;

        // At the end of a branch it would only end the branch around it.
        return following.All(layer => layer is not null && !HasActivation(layer)) ? FixHints.AllWrong : FixHints.None;
    }

    /// <summary>Whether the sum is activated anyway, at once or (in pre-activation order) behind a normalisation.</summary>
    private static bool HasActivation(LayerView? next) => next is { IsActivation: true } or { IsNorm: true, Next.IsActivation: true };
}
