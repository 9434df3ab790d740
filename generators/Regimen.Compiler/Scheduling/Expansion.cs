using System.Collections.Immutable;
using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Scheduling;

/// <summary>
/// Writes out what no kernel has as one operation: the logarithm of a sum of exponentials, and moments within a unit of work, where a second
/// sweep over the same few values is cheaper than Chan's merge.
/// </summary>
internal static class Expansion
{
    public static ImmutableArray<Formula> Expand(IReadOnlyList<Formula> roots)
    {
        var expanded = new Dictionary<Formula, Formula>();
        foreach (var node in Traversal.InOrder(roots))
        {
            var current = node.Over([.. node.Operands.Select(operand => expanded[operand])]);
            expanded[node] = current is Part part ? OfPart(part, (Reduce)part.Operand) : current;
        }

        return Simplifier.Simplify([.. roots.Select(root => expanded[root])]);
    }

    /// <summary>Whether a reduction joins what different units of work make, so that it ends a pass: the outermost axis is among the joined ones.</summary>
    public static bool CrossesUnits(Reduce reduce)
    {
        for (var axis = 0; axis < reduce.Operand.Type.Rank; axis++)
        {
            if (!reduce.Operand.Type.Axes[axis].IsOne)
                return reduce.Axes.Contains(axis);
        }

        return false;
    }

    private static Formula OfPart(Part part, Reduce reduce)
    {
        var x = reduce.Operand;
        var axes = x.Type.Axes;
        Formula expanded;
        switch (reduce.Reduction)
        {
            case Reduction.LogSumExp:
                var largest = Largest(x, reduce.Axes).Named("largest");
                expanded = part.Index == 0 ? largest : Log1p(Sum(Others(x, largest, reduce.Axes), reduce.Axes)).Named("logSum");
                break;
            case Reduction.Moments when !CrossesUnits(reduce):
                var count = Count(reduce.Joined, x.Type.Element);
                var mean = (Sum(x, reduce.Axes) / count).Named("mean");
                var centred = x - Broadcast.Of(mean, axes);
                expanded = part.Index == 0 ? mean : (Sum(centred * centred, reduce.Axes) / count).Named("variance");
                break;
            default:
                return part;
        }

        return part.Site is { } site ? expanded.At(site) : expanded;
    }

    /// <summary>exp(x − largest), but 0 for the first largest, whose 1 would swallow the small powers of a row that one element leads.</summary>
    private static Formula Others(Formula x, Formula largest, IEnumerable<int> along) =>
        Where(IsFirstLargest(x, along), 0, Exp(x - Broadcast.Of(largest, x.Type.Axes)));
}
