using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;
using static Regimen.Compiler.Tests.Formulas.RuleCase;

namespace Regimen.Compiler.Tests.Formulas;

/// <summary>What simplifying does to particular graphs.</summary>
public sealed class SimplifierTests
{
    private static readonly Formula X = Real("x", Extent.Batch, 3);
    private static readonly Formula Y = Real("y", Extent.Batch, 3);
    private static readonly Formula Row = Real("row", 1, 3);
    private static readonly Formula S = Real("s");

    [Fact]
    public void Equal_nodes_become_one()
    {
        var (left, right) = Both(Tanh(X * Y), Tanh(Real("y", Extent.Batch, 3) * Real("x", Extent.Batch, 3)));
        Assert.Same(left, right); // Whatever the order of the factors.
        Assert.NotSame(Of(X - Y), Of(Y - X));
        (left, right) = Both(new Constant(0.0), new Constant(-0.0));
        Assert.NotSame(left, right);
    }

    [Fact]
    public void Numbers_are_computed()
    {
        Assert.Equal("14.0 : Real[]", Of(((Formula)2 * 3) + 8).ToString());
        Assert.Equal(2, Count(Of(X * ((Formula)1 / 2)), node => node is Constant or Broadcast)); // One number, repeated.
        Assert.IsType<Elementwise>(Of(Exp(1))); // A function is the target's to compute.
        Assert.IsType<Elementwise>(Of((Formula)1 / 0)); // No number.
        Assert.IsType<Elementwise>(Of(new Constant(2000000000, ElementType.Int32) * 2)); // It wraps.
    }

    [Fact]
    public void What_changes_nothing_goes()
    {
        foreach (var same in new[] { X + 0, 0 + X, X - 0, 1 * X, X * 1, X / 1, -(-X), Where(X < Y, X, X), Where(new Constant(1, ElementType.Boolean), X, Y) })
            Assert.Same(X, Of(same));
        Assert.Equal(Operator.Negate, Assert.IsType<Elementwise>(Of(X * -1)).Operator);
        Assert.Equal(Operator.Subtract, Assert.IsType<Elementwise>(Of(X + (-Y))).Operator);
        Assert.Equal([Y, X], Of(-X + Y).Operands.ToArray());
    }

    [Fact]
    public void What_hides_no_number_stays()
    {
        // Not a number times 0, or less itself, is not a number: training must show it.
        var values = new Dictionary<string, NdArray> { ["x"] = new(ElementType.Real, [1, 3], [double.NaN, double.PositiveInfinity, 1]) };
        Assert.Equal([double.NaN, double.NaN, 0], new Interpreter(1, values).Evaluate(Of(X * 0))[0].Elements);
        Assert.Equal([double.NaN, double.NaN, 0], new Interpreter(1, values).Evaluate(Of(X - X))[0].Elements);
    }

    [Fact]
    public void What_is_the_same_along_an_axis_is_computed_once()
    {
        Assert.Equal("Tanh : Real[1, 3]", Assert.IsType<Broadcast>(Of(Tanh(Broadcast.Of(Row, X.Type.Axes)))).Operand.ToString());
        foreach (var formula in new[] { X * (2 * Broadcast.Of(Row, X.Type.Axes)), X * (Broadcast.Of(Row, X.Type.Axes) * 2), X * (S * Broadcast.Of(Row, X.Type.Axes)) })
            Assert.Single(Traversal.InOrder([Of(formula)]).OfType<Elementwise>(), node => node.Type == X.Type);
        var column = Real("column", Extent.Batch, 1);
        Assert.Equal(X.Type, Assert.IsType<Elementwise>(Of(Broadcast.Of(Row, X.Type.Axes) + column)).Type); // The same along neither.
    }

    [Fact]
    public void What_is_the_same_everywhere_is_moved_nowhere()
    {
        var same = Broadcast.Of(S, X.Type.Axes);
        foreach (var moved in new[] { Reshape.Of(same, [3, Extent.Batch]), Transpose.Of(same, [1, 0]), Slice.Of(same, 1, 2, 2, -1), Broadcast.Of(Sum(same, 1), X.Type.Axes) })
            Assert.True(Of(moved) is Broadcast { Operand.Type.Rank: 0 } broadcast && broadcast.Type == moved.Type, moved.ToString());
    }

    [Theory]
    [InlineData("a row")]
    [InlineData("a number")]
    [InlineData("a quotient")]
    [InlineData("negated")]
    [InlineData("in the middle")]
    public void Factors_that_do_not_change_leave_the_sum(string what)
    {
        var sum = Sum(
            what switch
            {
                "a row" => X * Row,
                "a number" => 3 * X,
                "a quotient" => X / S,
                "negated" => -(X * Row),
                _ => X * Row * Y / Sqrt(Row * Row),
            },
            0);
        var reduce = Assert.Single(Traversal.InOrder([Of(sum)]).OfType<Reduce>());
        Assert.True(what == "in the middle" ? reduce.Operand is Elementwise { Operator: Operator.Multiply, Operands: [var x, var y] } && x == X && y == Y : reduce.Operand == X);
    }

    [Fact]
    public void What_does_not_change_is_counted_and_not_added()
    {
        Assert.Empty(Traversal.InOrder([Of(Sum(Broadcast.Of(Row, X.Type.Axes) * 2, 0))]).OfType<Reduce>());
        Assert.Equal(X, Assert.Single(Traversal.InOrder([Of(Sum(X + Row, 0))]).OfType<Reduce>()).Operand);
        Assert.Equal([1], Assert.Single(Traversal.InOrder([Of(Sum(Broadcast.Of(Row, X.Type.Axes), 0, 1))]).OfType<Reduce>()).Axes); // Along one axis counted, along the other added.
        Assert.Equal(Sum(X + Y, 0).ToString(), Of(Sum(X + Y, 0)).ToString()); // One sum, not two.
    }

    [Fact]
    public void Whole_numbers_are_not_divided_after_their_sum()
    {
        Formula n = new Input("n", TensorType.Of(ElementType.Int32, 3));
        var values = new Dictionary<string, NdArray> { ["n"] = NdArray.Vector(ElementType.Int32, 1, 1, 1) };
        Assert.Equal([0], new Interpreter(1, values).Evaluate(Of(Sum(n / 2, 0)))[0].Elements);
        Assert.Equal([6], new Interpreter(1, values).Evaluate(Of(Sum(n * 2, 0)))[0].Elements);
    }

    [Fact]
    public void Distances_from_the_mean_sum_to_nothing()
    {
        var mean = Moments(X, 0).Mean;
        foreach (var centre in new[] { mean, Sum(X, 0) / Functions.Count(Extent.Batch) })
        {
            Assert.Equal(0, ConstantOf(Of(Sum(X - centre, 0))));
            Assert.Equal(0, ConstantOf(Of(Sum((X - centre) * Row * -2, 0))));
            Assert.Equal(X, Assert.Single(Traversal.InOrder([Of(Sum(X + (Row * (X - centre)), 0))]).OfType<Reduce>()).Operand);
        }

        Assert.Null(ConstantOf(Of(Sum(X - mean, 1)))); // Along another axis they do not.
        Assert.Null(ConstantOf(Of(Sum(Y - mean, 0)))); // Nor do another value's.
        Formula z = Real("z", 4, 3);
        Assert.Equal(0, ConstantOf(Of(Sum(z - (Sum(z, 1) * (1 / 3.0)), 1))));
        Assert.Null(ConstantOf(Of(Sum(z - (Sum(z, 1) / 4), 1)))); // Divided by another number it is no mean.
    }

    [Fact]
    public void A_product_that_only_a_sum_reads_is_fused_with_it()
    {
        Assert.Equal(Operator.MultiplyAdd, Assert.IsType<Elementwise>(Of((X * Y) + Row)).Operator);
        Assert.Equal(Operator.MultiplyAdd, Assert.IsType<Elementwise>(Of((X * Y) - Row)).Operator);
        Assert.Equal(Operator.MultiplyAdd, Assert.IsType<Elementwise>(Of(Row - (X * Y))).Operator);
        var (sum, product) = Both((X * Y) + Row, X * Y);
        Assert.Equal(Operator.Add, Assert.IsType<Elementwise>(sum).Operator); // Read twice: computed once.
        Assert.Same(product, sum.Operand);
        Assert.Equal(Operator.Add, Assert.IsType<Elementwise>(Of((X * Y).Named("g") + Row)).Operator); // A name is meant to be seen.
        Formula n = new Input("n", TensorType.Of(ElementType.Int32, 3));
        Assert.Equal(Operator.Add, Assert.IsType<Elementwise>(Of((n * n) + 1)).Operator); // Whole numbers have no such operation.
    }

    [Fact]
    public void Names_stay_with_their_values()
    {
        Assert.Equal("g", Of((X + (Y * 1)).Named("g")).Name);
        Assert.Equal("g", Of(((X * Y) + Row).Named("g")).Name); // Fused.
        Assert.Equal("g", Of((X + -Y).Named("g")).Name); // Rewritten.
        Assert.Equal("scale", Assert.IsType<Broadcast>(Of((2 * Broadcast.Of(Row, X.Type.Axes)).Named("scale"))).Operand.Name); // Computed once.
        var (first, second) = Both(X + Y, (X + Y).Named("g"));
        Assert.Same(first, second); // Merged with one that had none.
        Assert.Equal("g", first.Name);
    }

    [Fact]
    public void Every_root_stays()
    {
        var roots = Simplifier.Simplify([X, X + 0, X * 1, Row, X]);
        Assert.Equal([X, X, X, Row, X], roots.ToArray());
        Assert.Empty(Simplifier.Simplify([]));
    }

    [Fact]
    public void Deep_graphs_and_shared_ones_take_no_longer_than_they_are()
    {
        Formula deep = X, shared = X;
        for (var level = 0; level < 20_000; level++)
            deep = Tanh(deep);
        for (var level = 0; level < 200; level++)
            shared = Sin(shared + shared); // 2²⁰⁰ paths.
        Assert.Equal(20_001, Traversal.InOrder([Of(deep)]).Count);
        Assert.Equal(401, Traversal.InOrder([Of(shared)]).Count);

        Formula terms = X, squares = X * Row, centred = X - Moments(X, 0).Mean;
        for (var level = 0; level < 20_000; level++)
            terms += Row;
        for (var level = 0; level < 200; level++)
            (squares, centred) = (squares * squares, centred + centred);
        foreach (var sum in new[] { Sum(terms, 0), Sum(squares, 0), Sum(centred, 0) })
            Assert.NotNull(Of(sum));
    }

    private static Formula Of(Formula formula) => Simplifier.Simplify([formula])[0];

    private static (Formula First, Formula Second) Both(Formula first, Formula second) =>
        Simplifier.Simplify([first, second]) is [var left, var right] ? (left, right) : throw new InvalidOperationException();

    private static double? ConstantOf(Formula formula) => formula is Broadcast { Operand: Constant constant } ? constant.Value : null;

    private static int Count(Formula formula, Func<Formula, bool> what) => Traversal.InOrder([formula]).Count(what);
}
