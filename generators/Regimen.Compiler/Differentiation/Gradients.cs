using System.Collections.Immutable;
using Regimen.Compiler.Formulas;

namespace Regimen.Compiler.Differentiation;

/// <summary>Reverse mode over a graph of formulas.</summary>
internal static class Gradients
{
    /// <summary>The gradients of a scalar with respect to some values it is made of.</summary>
    /// <param name="scalar">Without axes.</param>
    /// <param name="of">The values; nodes of the graph.</param>
    public static ImmutableArray<Formula> Of(Formula scalar, IReadOnlyList<Formula> of) => scalar.Type.Rank == 0
        ? Of(scalar, new Constant(1, scalar.Type.Element), of)
        : throw new IllegalFormulaException($"Only a scalar has a gradient, not {scalar.Type}.");

    /// <summary>The gradients of Σ value·seed with respect to some values it is made of; zero where it is not made of one.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="seed">The gradient of <paramref name="value"/>, of its type.</param>
    /// <param name="of">The values; nodes of the graph.</param>
    public static ImmutableArray<Formula> Of(Formula value, Formula seed, IReadOnlyList<Formula> of)
    {
        var order = Traversal.InOrder([value]);
        var wanted = new HashSet<Formula>(of);
        var active = new HashSet<Formula>();
        foreach (var node in order)
        {
            if (node.Type.Element.IsFloating() && (wanted.Contains(node) || GradientRules.Targets(node).Any(active.Contains)))
                active.Add(node);
        }

        var gradients = new Dictionary<Formula, Formula> { [value] = seed };
        for (var index = order.Count - 1; index >= 0; index--)
        {
            var node = order[index];
            if (!active.Contains(node) || !gradients.TryGetValue(node, out var dy))
                continue;
            var targets = GradientRules.Targets(node);
            if (!targets.Any(active.Contains))
                continue;
            var contributions = GradientRules.Of(node, dy);
            for (var operand = 0; operand < targets.Count; operand++)
            {
                if (contributions[operand] is not { } contribution || !active.Contains(targets[operand]))
                    continue;
                if (node.Site is { } site)
                    contribution.At(site with { Phase = Phase.Backward });
                gradients[targets[operand]] = gradients.TryGetValue(targets[operand], out var sum) ? sum + contribution : contribution;
            }
        }

        return [.. of.Select(node => gradients.TryGetValue(node, out var gradient)
            ? gradient
            : Broadcast.Of(new Constant(0, node.Type.Element), node.Type.Axes))];
    }
}
