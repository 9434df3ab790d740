using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;
using static Regimen.Compiler.Tests.Formulas.RuleCase;

namespace Regimen.Compiler.Tests.Formulas;

/// <summary>What the nodes mean, in numbers worked out by hand or published: the interpreter that all else is held against must be right itself.</summary>
public sealed class InterpreterTests
{
    private static readonly Dictionary<string, NdArray> Six = new() { ["x"] = new(ElementType.Real, [2, 3], [1, 2, 3, 4, 5, 6]) };

    private static readonly Formula X = Real("x", 2, 3);

    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, new[] { 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u })]
    [InlineData(0xa4093822u, 0x299f31d0u, 0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, new[] { 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u })]
    public void Draws_are_the_published_words(uint low, uint high, uint block, uint sample, uint epoch, uint purpose, uint[] words)
    {
        // Random123 1.14, tests/kat_vectors, "philox4x32 10".
        Formula Counter(double value) => new Constant(value, ElementType.UInt32);
        var element = Counter(unchecked(4 * block)) + new Coordinate(4, ElementType.UInt32);
        var draw = Draw.Of(new Input("seed", TensorType.Of(ElementType.UInt32, 2)), element, Counter(sample), Counter(epoch), Counter(purpose));
        Legality.Check([draw]);
        var values = new Dictionary<string, NdArray> { ["seed"] = NdArray.Vector(ElementType.UInt32, low, high) };
        Assert.Equal(words.Select(word => (double)word), new Interpreter(1, values).Evaluate(draw)[0].Elements);
    }

    [Fact]
    public void Unsigned_numbers_wrap()
    {
        Formula x = new Constant(4294967295, ElementType.UInt32);
        Assert.Equal([1], Of(x + 2));
        Assert.Equal([4294967294], Of(new Constant(1, ElementType.UInt32) - 3));
        Assert.Equal([1], Of(x * x));
        Assert.Equal([1], Of(-x));
        Assert.Equal([1431655765], Of(x / 3));
        Assert.Equal([4294967294], Of(SumAll(Broadcast.Of(x, [2]))));
    }

    [Fact]
    public void Whole_numbers_are_divided_towards_zero() =>
        Assert.Equal([-2], Of(new Constant(-7, ElementType.Int32) / 3));

    [Theory]
    [InlineData((int)ElementType.Int32, -2.7, -2)]
    [InlineData((int)ElementType.UInt32, -1, 4294967295)]
    [InlineData((int)ElementType.UInt32, 4294967298.5, 2)]
    [InlineData((int)ElementType.UInt8, 258, 2)]
    [InlineData((int)ElementType.Boolean, 0.2, 1)]
    [InlineData((int)ElementType.BFloat16, 1.00390625, 1)] // Half-way: to even.
    [InlineData((int)ElementType.BFloat16, 1.01171875, 1.015625)] // Half-way: to even.
    [InlineData((int)ElementType.BFloat16, 1.0039062500000002, 1.0078125)] // Just above half-way: rounded once, not by way of float32.
    [InlineData((int)ElementType.BFloat16, -1.0039062500000002, -1.0078125)]
    [InlineData((int)ElementType.Float16, 2049, 2048)]
    public void Casts_round_truncate_and_wrap(int element, double x, double expected)
    {
        var type = (ElementType)element;
        Assert.Equal([expected], Of(Cast.Of(Input(x), type), x));
        Assert.Equal([expected], Of(Cast.Of(x, type))); // Of a number known when compiling, too.
    }

    [Fact]
    public void Real_may_be_float32()
    {
        var (x, third) = (Real("x"), 1 / 3.0);
        var values = new Dictionary<string, NdArray> { ["x"] = NdArray.Scalar(third) };
        Assert.Equal(third * third, new Interpreter(1, values).Evaluate(x * x)[0].Elements[0]);
        values["x"] = NdArray.Scalar(third);
        Assert.Equal((float)third * (float)third, (float)new Interpreter(1, values, single: true).Evaluate(x * x)[0].Elements[0]);
        Assert.Equal(MathF.FusedMultiplyAdd((float)third, (float)third, -1), new Interpreter(1, values, single: true).Evaluate(MultiplyAdd(x, x, -1))[0].Elements[0]);
    }

    [Fact]
    public void Elements_move_where_they_should()
    {
        Assert.Equal([1, 4, 2, 5, 3, 6], Of(Transpose.Of(X, [1, 0])));
        Assert.Equal([3, 1, 6, 4], Of(Slice.Of(X, 1, 2, 2, -2)));
        Assert.Equal([9, 3, 9, 2, 9, 1, 9, 6, 9, 5, 9, 4], Of(Pad.Of(X, 1, 5, 6, -2, 9)));
        Assert.Equal([1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6], Of(Broadcast.Of(Reshape.Of(X, [2, 1, 3]), [2, 2, 3])));
        Assert.Equal([-1, 1, 1, 2, 2, 3, 3, -1, -1, 4, 4, 5, 5, 6, 6, -1], Of(Unfold.Of(X, 1, 2, 1, padding: 1, outside: -1)));
        Assert.Equal([2, 4, 6, 8, 10, 12], Of(Fold.Of(Unfold.Of(X, 1, 2, 1, padding: 1, outside: -1), 1, new WindowSpec(3, 2, 1, 1))));
    }

    [Fact]
    public void Windows_are_counted_as_PyTorch_does()
    {
        Assert.Equal(3, new WindowSpec(7, 3, 2).Positions);
        Assert.Equal(3, new WindowSpec(8, 3, 2).Positions);
        Assert.Equal(1, new WindowSpec(3, 3, 2).Positions);
        Assert.Equal(0, new WindowSpec(2, 3, 2).Positions); // Not even one: no rounding towards one.
        Assert.Equal(4, new WindowSpec(8, 3, 2, 1).Positions);
        Assert.Equal(2, new WindowSpec(8, 3, 2, 0, 2).Positions);
    }

    [Fact]
    public void Rows_are_looked_up_and_added_up()
    {
        Formula at = new Input("at", TensorType.Of(ElementType.Int32, 4));
        var values = new Dictionary<string, NdArray>(Six) { ["at"] = NdArray.Vector(ElementType.Int32, 1, 0, 1, 7) };
        var gathered = Gather.Of(X, at);
        Assert.Equal([4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2, 3], new Interpreter(1, values).Evaluate(gathered)[0].Elements); // 7 is outside: row 0.
        Assert.Equal([2, 4, 6, 8, 10, 12], new Interpreter(1, values).Evaluate(ScatterAdd.Of(gathered, at, 2))[0].Elements);
    }

    [Fact]
    public void Reductions_join()
    {
        Assert.Equal([6, 15], Of(Sum(X, 1)));
        Assert.Equal([4, 5, 6], Of(Largest(X, 0)));
        Assert.Equal([5], Of(ArgMax(X, 0, 1)));
        Assert.Equal([2.5, 3.5, 4.5], Of(Moments(X, 0).Mean));
        Assert.Equal([2.25, 2.25, 2.25], Of(Moments(X, 0).Variance));
        var (maximum, logSum) = LogSumExp(X, 1);
        Assert.Equal([3, 6], Of(maximum));
        Assert.All(Of(logSum), above => Assert.Equal(Math.Log(1 + Math.Exp(-1) + Math.Exp(-2)), above, 1e-15));
    }

    [Fact]
    public void Functions_keep_their_digits()
    {
        // Abramowitz and Stegun 1964, table 7.1, and the series near 0.
        Assert.Equal(0.5204998778, Scalars.Erf(0.5), 1e-10);
        Assert.Equal(0.8427007929, Scalars.Erf(1), 1e-10);
        Assert.Equal(-0.9953222650, Scalars.Erf(-2), 1e-10);
        Assert.Equal(1e-10 - 5e-21, Scalars.Log1p(1e-10), 1e-25);
        Assert.Equal(Math.Exp(-50), Scalars.Sigmoid(-50), 1e-35);
    }

    [Fact]
    public void Convolutions_correlate()
    {
        // Two channels, the second kernel of a group sees the second channel alone; the window overhangs at both ends.
        var values = new Dictionary<string, NdArray>
        {
            ["x"] = new(ElementType.Real, [1, 1, 3, 2], [1, 10, 2, 20, 3, 30]),
            ["w"] = new(ElementType.Real, [2, 1, 1, 1], [2, 3]),
        };
        var convolution = Convolution.Of(Real("x", Extent.Batch, 1, 3, 2), Real("w", 2, 1, 1, 1), new(1, Stride: 2, Padding: 1, Groups: 2));
        Assert.Equal("Real[B, 2, 3, 2]", convolution.Type.ToString());
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], new Interpreter(1, values).Evaluate(convolution)[0].Elements);
        convolution = Convolution.Of(Real("x", Extent.Batch, 1, 3, 2), Real("w", 2, 1, 1, 1), new(1, Stride: 2, Groups: 2));
        Assert.Equal([2, 30, 6, 90], new Interpreter(1, values).Evaluate(convolution)[0].Elements);
    }

    [Fact]
    public void The_batch_has_a_size()
    {
        var mean = SumAll(Cast.Of(new Coordinate(Extent.Batch), ElementType.Double)) / Count(Extent.Batch, ElementType.Double);
        Assert.Equal([2], new Interpreter(5, Six).Evaluate(mean)[0].Elements);
        Legality.Check([mean, Count(new(3, true)), Count(Extent.Batch, ElementType.Int32)]); // One input, whatever it is counted for.
    }

    private static Input Input(double value) => new("value", TensorType.Scalar(value == (float)value ? ElementType.Real : ElementType.Double));

    private static double[] Of(Formula formula, double value = 0)
    {
        Legality.Check([formula]);
        return new Interpreter(1, new Dictionary<string, NdArray>(Six) { ["value"] = NdArray.Scalar(value, Input(value).Type.Element) }).Evaluate(formula)[0].Elements;
    }
}
