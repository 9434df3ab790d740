using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Model;
using Regimen.Compiler.Tests.Formulas;
using Xunit.Abstractions;

namespace Regimen.Compiler.Tests.Networks;

/// <summary>The samples' whole steps as formulas.</summary>
public sealed class SampleNetworkTests(ITestOutputHelper output)
{
    public static TheoryData<string> Samples => ["FashionMlp", "FashionCnn", "FashionResNet"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Programs_are_legal_and_stay_so(string sample)
    {
        var programs = SamplePrograms.Programs(SamplePrograms.Spec(sample));
        foreach (var (name, graph) in (ReadOnlySpan<(string, StepGraph)>)[("training", programs.Training), ("update", programs.Update), ("inference", programs.Inference)])
        {
            var roots = graph.Roots();
            Legality.Check(roots);
            var simplified = Simplifier.Simplify(roots);
            Legality.Check(simplified);
            var (before, after) = (Traversal.InOrder(roots), Traversal.InOrder(simplified));
            Assert.All(after.Where(node => node is not Input), node => Assert.NotNull(node.Site));
            output.WriteLine($"{sample}, {name}: {before.Count} nodes, simplified {after.Count}");
            foreach (var kind in after.GroupBy(KindOf).OrderBy(kind => kind.Key))
                output.WriteLine($"  {kind.Key}: {kind.Count()}");
        }

        static string KindOf(Formula node) => node is Reduce reduce ? reduce.Reduction.ToString() : node.GetType().Name;
    }

    /// <summary>
    /// A batch normalisation needs its moments, Σdy and Σdy·(x − mean); a pooling its largest, and where that was; a bias one sum; the loss the
    /// largest and where it is, which is the prediction too, the softmax's sum, one over the classes, the gradient of the largest, and two over
    /// the batch. A residual's two branches share Σdy.
    /// </summary>
    [Theory]
    [InlineData("FashionMlp", 2, 0, (2 * 2) + 1 + 5)]
    [InlineData("FashionCnn", 3, 2, (3 * 2) + 1 + 5)]
    [InlineData("FashionResNet", 9, 1, (9 * 2) - 1 + 1 + 1 + 5)]
    public void Steps_have_the_reductions_of_the_books_and_none_twice(string sample, int normalisations, int poolings, int sums)
    {
        var simplified = Simplifier.Simplify(SamplePrograms.Programs(SamplePrograms.Spec(sample)).Training.Roots());
        var reductions = Traversal.InOrder(simplified).OfType<Reduce>().ToArray();
        Assert.Equal(reductions.Length, reductions.Select(reduce => (reduce.Reduction, reduce.Axes, reduce.Operand)).Distinct().Count());
        var counts = reductions.GroupBy(reduce => reduce.Reduction).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal(normalisations, counts[Reduction.Moments]);
        Assert.Equal(poolings + 1, counts[Reduction.Maximum]);
        Assert.Equal(poolings + 1, counts[Reduction.ArgMaximum]);
        Assert.Equal(sums, counts[Reduction.Sum]);
    }
}
