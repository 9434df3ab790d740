using Regimen.Compiler.Differentiation;
using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;
using static Regimen.Compiler.Tests.Formulas.RuleCase;

namespace Regimen.Compiler.Tests.Formulas;

/// <summary>Every derivative rule against differences, and its documented value where there is no derivative.</summary>
public sealed class GradientRuleTests
{
    private const long Batch = 2;

    private static readonly Dictionary<string, RuleCase> Cases =
        ElementwiseCases.All().Concat(MovementCases.All()).Concat(ReductionCases.All()).Concat(LibraryCases.All()).ToDictionary(rule => rule.Name);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rule_agrees_with_differences(string name)
    {
        var scalar = FiniteDifferences.Scalar(Cases[name].Value, "weights");
        FiniteDifferences.Check(scalar, Numbers.FloatingInputs(scalar), Batch, Numbers.For([scalar], Batch, new Random(1)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_rule_of_its_rule_does_too(string name)
    {
        var first = FiniteDifferences.Scalar(Cases[name].Value, "weights");
        var inputs = Numbers.FloatingInputs(first);
        var gradients = Gradients.Of(first, inputs);
        var second = inputs.Select((input, index) => FiniteDifferences.Scalar(gradients[index], "weights of " + input.Key)).Aggregate((sum, term) => sum + term);
        FiniteDifferences.Check(second, inputs, Batch, Numbers.For([first, second], Batch, new Random(2)));
    }

    [Fact]
    public void Every_kind_of_node_has_a_case()
    {
        var met = Cases.Values.SelectMany(rule => rule.Node is Part ? [rule.Node, rule.Node.Operand] : new[] { rule.Node }).ToList();
        Assert.Empty(typeof(Formula).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Formula)) && !type.IsAbstract).Except(met.Select(node => node.GetType())));
        Assert.Empty(Enum.GetValues<Operator>().Except(met.OfType<Elementwise>().Select(node => node.Operator)));
        Assert.Empty(Enum.GetValues<Reduction>().Except(met.OfType<Reduce>().Select(node => node.Reduction)));
    }

    [Fact]
    public void Of_equal_operands_the_second_has_the_gradient()
    {
        Formula x = Real("x", 3), y = Real("y", 3);
        var values = new Dictionary<string, NdArray> { ["x"] = NdArray.Vector(ElementType.Real, -1, 0, 2), ["y"] = NdArray.Vector(ElementType.Real, 0, 0, 1) };
        Assert.Equal([[0, 0, 1], [1, 1, 0]], GradientsAt(Max(x, y), values, x, y));
        Assert.Equal([[1, 0, 0], [0, 1, 1]], GradientsAt(Min(x, y), values, x, y));
        Assert.Equal([[0, 0, 1]], GradientsAt(Max(x, 0), values, x)); // ReLU: 0 at 0.
    }

    [Fact]
    public void Kinks_and_steps_have_the_derivative_zero()
    {
        Formula x = Real("x", 3);
        var values = new Dictionary<string, NdArray> { ["x"] = NdArray.Vector(ElementType.Real, -1, 0, 1) };
        Assert.Equal([[-1, 0, 1]], GradientsAt(Abs(x), values, x));
        Assert.Equal([[0, 0, 0]], GradientsAt(Floor(x), values, x));
    }

    [Fact]
    public void Of_equal_largest_ones_the_first_has_the_gradient()
    {
        Formula x = Real("x", 2, 3);
        var values = new Dictionary<string, NdArray> { ["x"] = new(ElementType.Real, [2, 3], [5, 7, 7, 7, 1, 7]) };
        Assert.Equal([[0, 1, 0, 1, 0, 0]], GradientsAt(Largest(x, 1), values, x));
        Assert.Equal([[0, 1, 0, 0, 0, 0]], GradientsAt(Largest(x, 0, 1), values, x));
        Assert.Equal([[0, 1, 1, 1, 0, 0]], GradientsAt(Largest(x, 0), values, x));
    }

    [Theory]
    [InlineData((int)ElementType.BFloat16)]
    [InlineData((int)ElementType.Float16)]
    public void Rounding_passes_gradients_through(int stored)
    {
        Formula x = Real("x", 2);
        var values = new Dictionary<string, NdArray> { ["x"] = NdArray.Vector(ElementType.Real, 1 / 3.0, 2) };
        Assert.Equal([[3, 3]], GradientsAt(3 * Cast.Of(Cast.Of(x, (ElementType)stored), ElementType.Real), values, x));
    }

    [Fact]
    public void What_a_value_is_not_made_of_has_no_gradient()
    {
        Formula x = Real("x", 2), other = new Input("other", TensorType.Of(ElementType.Double, 3));
        var gradients = Gradients.Of(SumAll(x * x), [other, x]);
        Assert.Equal(other.Type, gradients[0].Type);
        Assert.Equal([[0, 0, 0]], new Interpreter(1, new Dictionary<string, NdArray>()).Evaluate(gradients[0]).Select(value => value.Elements));
    }

    [Fact]
    public void The_seed_is_the_gradient_of_the_value()
    {
        Formula x = Real("x", 2), dy = Real("dy", 2);
        Assert.Same(dy, Gradients.Of(x, dy, [x])[0]);
        Assert.Throws<IllegalFormulaException>(() => Gradients.Of(x, [x]));
    }

    [Fact]
    public void Scalars_of_float64_have_gradients_of_float64()
    {
        // Nothing but numbers here, so that the element type is decided by the numbers alone.
        Formula x = new Input("x", TensorType.Scalar(ElementType.Double));
        foreach (var y in new[] { Erf(x), Max(x, 0), Abs(x), Sqrt(x), Where(x < 0, x, 1) })
        {
            var gradient = Gradients.Of(y, [x])[0];
            Assert.Equal(x.Type, gradient.Type);
            Legality.Check([gradient]);
        }
    }

    private static double[][] GradientsAt(Formula value, IReadOnlyDictionary<string, NdArray> values, params Formula[] of) =>
        [.. new Interpreter(1, values).Evaluate(Gradients.Of(SumAll(value), of)).Select(gradient => gradient.Elements)];
}
