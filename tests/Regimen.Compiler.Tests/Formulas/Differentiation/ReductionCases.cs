using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;
using static Regimen.Compiler.Tests.Formulas.RuleCase;

namespace Regimen.Compiler.Tests.Formulas;

/// <summary>Every reduction over every set of axes, with and without the batch among them.</summary>
internal static class ReductionCases
{
    public static IEnumerable<RuleCase> All()
    {
        foreach (var first in new[] { Extent.Batch, 3 })
        {
            Formula x = Real("x", first, 2, 3);
            for (var set = 1; set < 8; set++)
            {
                int[] axes = [.. Enumerable.Range(0, 3).Where(axis => (set >> axis & 1) != 0)];
                foreach (var reduction in Enum.GetValues<Reduction>())
                {
                    foreach (var (name, node, value) in Of(reduction, x, axes))
                        yield return new($"{name} of {x.Type} over {string.Join(", ", axes)}", node, value);
                }
            }
        }
    }

    private static (string Name, Formula Node, Formula Value)[] Of(Reduction reduction, Formula x, int[] axes)
    {
        var reduce = Reduce.Of(reduction, x, axes);
        switch (reduction)
        {
            case Reduction.Sum or Reduction.Maximum:
                return [(reduction.ToString(), reduce, reduce)];
            case Reduction.ArgMaximum:
                return [(reduction.ToString(), reduce, x * Cast.Of(reduce, ElementType.Real))];
            case Reduction.Moments:
                return [("Mean", reduce, Part.Of(reduce, 0)), ("Variance", Part.Of(reduce, 1), Part.Of(reduce, 1))];
            case Reduction.LogSumExp:
                // Only the sum of the two parts means something.
                return [(reduction.ToString(), reduce, Part.Of(reduce, 0) + Part.Of(reduce, 1))];
            default:
                return [];
        }
    }
}
