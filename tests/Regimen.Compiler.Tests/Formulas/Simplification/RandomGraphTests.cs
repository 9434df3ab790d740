using Regimen.Compiler.Differentiation;
using Regimen.Compiler.Formulas;

namespace Regimen.Compiler.Tests.Formulas;

/// <summary>What holds of every graph: simplifying keeps its values, and derived gradients are its derivatives.</summary>
public sealed class RandomGraphTests
{
    private const int GraphsPerTest = 50;

    /// <summary>First seeds; a failure names the seed of its graph.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 8).Select(index => index * GraphsPerTest)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Simplifying_keeps_the_values(int first) => ForGraphs(first, graph =>
    {
        var roots = graph.Roots;
        Legality.Check(roots);
        var simplified = Simplifier.Simplify(roots);
        Legality.Check(simplified);
        Assert.Equal(roots.Select(root => root.Type), simplified.Select(root => root.Type));
        foreach (var batch in new[] { 1, 2, 3 })
        {
            var values = Numbers.For(roots, batch, new Random(batch));
            Numbers.Same(new Interpreter(batch, values).Evaluate(roots), new Interpreter(batch, values).Evaluate(simplified));
        }

        Assert.True(Joined(simplified) <= Joined(roots), $"Simplified, reductions go over {Joined(simplified)} elements instead of {Joined(roots)}.");
        Assert.Equal(Traversal.InOrder(simplified).Count, Traversal.InOrder(Simplifier.Simplify(simplified)).Count);
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Gradients_are_derivatives_and_simplifying_keeps_them(int first) => ForGraphs(first, graph =>
    {
        const int Batch = 2;
        var scalar = graph.Scalar;
        var inputs = Numbers.FloatingInputs(scalar);
        var gradients = Gradients.Of(scalar, inputs);
        Legality.Check(gradients);
        var simplified = Simplifier.Simplify(gradients);
        Legality.Check(simplified);
        Assert.Equal(inputs.Select(input => input.Type), simplified.Select(gradient => gradient.Type));
        Assert.Equal(Traversal.InOrder(simplified).Count, Traversal.InOrder(Simplifier.Simplify(simplified)).Count);

        // A kink may lie between the points; not for three sets of inputs in a row.
        var failure = "";
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var random = new Random(attempt);
            var values = Numbers.For([scalar], Batch, random);
            var derived = new Interpreter(Batch, values).Evaluate(gradients);
            Numbers.Same(derived, new Interpreter(Batch, values).Evaluate(simplified), 1e-11);
            failure = Differs(scalar, inputs, derived, values, random);
            if (failure.Length == 0)
                return;
        }

        Assert.Fail(failure);
    });

    /// <summary>Cast and constant numbers included: no kind may fall out of the generator unnoticed.</summary>
    [Fact]
    public void The_graphs_have_every_kind_of_node()
    {
        var graphs = Enumerable.Range(0, GraphsPerTest * 8).Select(seed => Traversal.InOrder(new RandomGraph(seed).Roots)).ToArray();
        var met = graphs.SelectMany(nodes => nodes).ToList();
        Assert.Equal(
            [typeof(ConvolutionImagesGradient), typeof(ConvolutionKernelsGradient)], // Which come with gradients.
            typeof(Formula).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Formula)) && !type.IsAbstract).Except(met.Select(node => node.GetType())));
        Assert.Empty(Enum.GetValues<Operator>().Except(met.OfType<Elementwise>().Select(node => node.Operator)));
        Assert.Empty(Enum.GetValues<Reduction>().Except(met.OfType<Reduce>().Select(node => node.Reduction)));
        Assert.InRange(graphs.Count(nodes => nodes.Any(node => node.Type.Axes.Any(extent => extent.PerSample))), graphs.Length / 2, graphs.Length * 3 / 4);
    }

    private static void ForGraphs(int first, Action<RandomGraph> check)
    {
        for (var seed = first; seed < first + GraphsPerTest; seed++)
        {
            try
            {
                check(new RandomGraph(seed));
            }
            catch (Exception problem)
            {
                throw new InvalidOperationException($"Graph {seed}: {problem.Message}\n{problem.StackTrace}\n" + string.Join("\n", Traversal.InOrder(new RandomGraph(seed).Roots)), problem);
            }
        }
    }

    /// <summary>What the gradients say of a step in a random direction, against what the scalar does; empty where they agree.</summary>
    private static string Differs(Formula scalar, Input[] inputs, NdArray[] gradients, Dictionary<string, NdArray> values, Random random)
    {
        var directions = gradients.Select(gradient => gradient.Elements.Select(_ => random.Next(2) == 0 ? 1.0 : -1).ToArray()).ToArray();
        var derived = gradients.Zip(directions, (gradient, direction) => gradient.Elements.Zip(direction, (g, d) => g * d).Sum()).Sum();
        double Moved(double by)
        {
            var moved = new Dictionary<string, NdArray>(values);
            for (var index = 0; index < inputs.Length; index++)
            {
                var from = values[inputs[index].Key];
                moved[inputs[index].Key] = new NdArray(from.Element, from.Shape, [.. from.Elements.Zip(directions[index], (x, d) => x + (by * d))]);
            }

            return new Interpreter(2, moved).Evaluate(scalar)[0].Elements[0];
        }

        var measured = new[] { 1e-3, 1e-4, 1e-5 }.Select(h => ((8 * (Moved(h) - Moved(-h))) - Moved(2 * h) + Moved(-2 * h)) / (12 * h)).ToArray();
        var scale = 1 + gradients.Sum(gradient => gradient.Elements.Sum(Math.Abs));
        return measured.Any(slope => Math.Abs(slope - derived) < 1e-8 * scale)
            ? ""
            : $"gradients say {derived:R}, differences {string.Join(", ", measured)} (scale {scale:G3}).";
    }

    /// <summary>How many elements the reductions go over, for a large batch.</summary>
    private static long Joined(IEnumerable<Formula> roots) => Traversal.InOrder(roots).OfType<Reduce>().Sum(reduce => reduce.Operand.Type.Count.At(1000));
}
