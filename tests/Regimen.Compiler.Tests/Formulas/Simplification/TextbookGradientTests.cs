using Regimen.Compiler.Differentiation;
using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;
using static Regimen.Compiler.Tests.Formulas.RuleCase;

namespace Regimen.Compiler.Tests.Formulas;

/// <summary>Layers and losses written as papers write them: derived and simplified, their gradients are the ones in the books.</summary>
public sealed class TextbookGradientTests
{
    private const double Epsilon = 1e-5;

    /// <summary>Ioffe and Szegedy 2015, over channels that lie last.</summary>
    [Fact]
    public void Batch_normalisation_needs_two_sums_backward()
    {
        Formula x = Real("x", Extent.Batch, 4, 3, 5), gamma = Real("gamma", 5), beta = Real("beta", 5), dy = new Input("dy", x.Type);
        var (mean, variance) = Moments(x, 0, 1, 2);
        var normalized = ((x - mean) / Sqrt(variance + Epsilon)).Named("normalized");
        var y = (normalized * Along(gamma, 3, 4)) + Along(beta, 3, 4);
        var simplified = CheckAll(y, dy, x, gamma, beta);

        var sums = Sums.Over(x, simplified[1..]);
        Assert.Equal([Reduction.Moments, Reduction.Sum, Reduction.Sum], sums.Select(sum => sum.Reduction).Order().Reverse());
        var adding = sums.Where(sum => sum.Reduction == Reduction.Sum).ToArray();
        Assert.Contains(adding, sum => sum.Operand is Input { Key: "dy" });
        Assert.Contains(adding, sum => sum.Operand is Elementwise { Operator: Operator.Multiply, Operands: [Input { Key: "dy" }, Elementwise { Operator: Operator.Subtract }] });
    }

    [Fact]
    public void It_does_so_when_the_moments_are_written_out()
    {
        Formula x = Real("x", Extent.Batch, 5), gamma = Real("gamma", 1, 5), beta = Real("beta", 1, 5), dy = new Input("dy", x.Type);
        var mean = Sum(x, 0) / Count(Extent.Batch);
        var centred = x - mean;
        var deviation = Sqrt((Sum(centred * centred, 0) / Count(Extent.Batch)) + Epsilon);
        var simplified = CheckAll((gamma * (centred / deviation)) + beta, dy, x, gamma, beta);

        // Two forward, two backward.
        Assert.Equal(4, Sums.Over(x, simplified[1..]).Length);
    }

    [Fact]
    public void Nor_does_what_comes_before_it_get_a_sum_of_its_own()
    {
        // A bias that normalisation takes away again: its gradient is 0, and known to be.
        Formula x = Real("x", Extent.Batch, 5), bias = Real("bias", 1, 5), dy = new Input("dy", x.Type);
        var biased = x + bias;
        var (mean, variance) = Moments(biased, 0);
        var simplified = CheckAll((biased - mean) / Sqrt(variance + Epsilon), dy, x, bias);
        Assert.Equal(3, Sums.Over(x, simplified[1..]).Length);
    }

    /// <summary>Ba, Kiros and Hinton 2016.</summary>
    [Fact]
    public void Layer_normalisation_needs_two_sums_a_way()
    {
        Formula x = Real("x", Extent.Batch, 3, 6), gamma = Real("gamma", 1, 1, 6), beta = Real("beta", 1, 1, 6), dy = new Input("dy", x.Type);
        var (mean, variance) = Moments(x, 2);
        var simplified = CheckAll(((x - mean) / Sqrt(variance + Epsilon) * gamma) + beta, dy, x, gamma, beta);

        var sums = Sums.Over(x, simplified[1..]).Where(sum => sum.Reduction == Reduction.Sum).ToArray();
        Assert.Equal(2, sums.Count(sum => sum.Axes.SequenceEqual([2]))); // dx, within a row.
        Assert.Equal(2, sums.Count(sum => sum.Axes.SequenceEqual([0, 1]))); // gamma and beta, over the rows.
        Assert.Equal(4, sums.Length);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.1, 1)]
    [InlineData(0, 0.3)]
    [InlineData(0.1, 0.3)]
    public void Cross_entropy_has_the_gradient_softmax_minus_target(double smoothing, double lambda)
    {
        var (logits, loss, target) = CrossEntropy();
        var gradient = Gradients.Of(SumAll(loss) / Count(Extent.Batch), [logits])[0];
        var values = Numbers.For([loss], 3, new Random(5));
        values["smoothing"] = NdArray.Scalar(smoothing);
        values["lambda"] = NdArray.Scalar(lambda);
        var expected = new Interpreter(3, values).Evaluate((Exp(logits) / Sum(Exp(logits), 1) - target) / Count(Extent.Batch));
        var simplified = Simplifier.Simplify([gradient, loss]);
        Numbers.Same(expected, new Interpreter(3, values).Evaluate(simplified[0]));
        Numbers.Same(expected, FiniteDifferences.Check(SumAll(loss) / Count(Extent.Batch), [(Input)logits], 3, values));

        // Backward it costs no pass: the softmax is made of the logits and what the forward pass kept.
        Assert.Single(Sums.Over(logits, [simplified[0]]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(-300)]
    public void A_confident_sample_keeps_its_small_loss(double offset)
    {
        // log(1 + exp(−15.6)) = 1.68e-7, beside logits of any size: adding the maximum and taking it away again would leave noise.
        var (logits, loss, _) = CrossEntropy();
        var values = new Dictionary<string, NdArray>
        {
            ["logits"] = new(ElementType.Real, [1, 5], [offset - 400, offset + 15.6, offset, offset - 500, offset - 600]),
            ["first"] = NdArray.Vector(ElementType.Int32, 1),
            ["second"] = NdArray.Vector(ElementType.Int32, 1),
            ["lambda"] = NdArray.Scalar(0.3),
            ["smoothing"] = NdArray.Scalar(0),
        };
        var distance = values["logits"].Elements[1] - values["logits"].Elements[2]; // As the nearest doubles have it.
        var expected = Scalars.Log1p(Math.Exp(-distance));
        Assert.Equal(1.68e-7, expected, 1e-9);
        var gradient = Gradients.Of(SumAll(loss), [logits])[0];
        var simplified = Simplifier.Simplify([loss, gradient]);
        var exact = new Interpreter(1, values).Evaluate(simplified);
        Assert.Equal(1, exact[0].Elements[0] / expected, 1e-14);
        Assert.Equal(1, exact[1].Elements[2] / expected, 1e-6); // The softmax of the other class: p = loss, but for p²/2.
        Assert.Equal(0, exact[1].Elements.Sum(), 1e-15);

        // In float32 too, as soon as the logits themselves are its numbers.
        values["logits"] = new(ElementType.Real, [1, 5], [offset - 400, offset + 16, offset, offset - 500, offset - 600]);
        expected = Scalars.Log1p(Math.Exp(-16));
        var rounded = new Interpreter(1, values, single: true).Evaluate(simplified);
        Assert.Equal(1, rounded[0].Elements[0] / expected, 1e-6);
        Assert.Equal(1, rounded[1].Elements[2] / expected, 1e-6);
    }

    /// <summary>Hendrycks and Gimpel 2016: Φ(x) + x·φ(x).</summary>
    [Fact]
    public void Gelu_has_its_derivative()
    {
        Formula x = Real("x", 7), dy = Real("dy", 7);
        var simplified = CheckAll(0.5 * x * (1 + Erf(x / Math.Sqrt(2))), dy, x);
        var values = new Dictionary<string, NdArray>
        {
            ["x"] = NdArray.Vector(ElementType.Real, -6, -1, -0.1, 0, 0.5, 2, 6),
            ["dy"] = NdArray.Vector(ElementType.Real, 1, 1, 1, 1, 1, 1, 1),
        };
        var expected = values["x"].Elements.Select(z => (0.5 * (1 + Scalars.Erf(z / Math.Sqrt(2)))) + (z * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI)));
        Numbers.Same([NdArray.Vector(ElementType.Real, [.. expected])], new Interpreter(1, values).Evaluate(simplified[1]));
    }

    [Fact]
    public void Max_pooling_gives_the_gradient_to_the_first_largest()
    {
        Formula x = Real("x", Extent.Batch, 4, 4, 1), dy = Real("dy", Extent.Batch, 2, 2, 1);
        var windows = Unfold.Of(Unfold.Of(x, 2, 3, 2, 1, outside: double.NegativeInfinity), 1, 3, 2, 1, outside: double.NegativeInfinity);
        var pooled = Reshape.Of(Largest(windows, 2, 4), [Extent.Batch, 2, 2, 1]);
        CheckAll(pooled, dy, x);
        var values = new Dictionary<string, NdArray>
        {
            ["x"] = new(ElementType.Real, [1, 4, 4, 1], [0, 0, 1, 2, 0, 7, 7, 2, 3, 7, 3, 3, -1, 5, 3, 3]),
            ["dy"] = new(ElementType.Real, [1, 2, 2, 1], [1, 10, 100, 1000]),
        };
        var evaluated = new Interpreter(1, values).Evaluate(Simplifier.Simplify([pooled, .. Gradients.Of(pooled, dy, [x])]));
        Assert.Equal([7, 7, 7, 7], evaluated[0].Elements);

        // Each window's first 7 in reading order: (1, 1) for all of them but the lower right one too, which begins there.
        Assert.Equal([0, 0, 0, 0, 0, 1111, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], evaluated[1].Elements);
    }

    /// <summary>Value and gradients, simplified, after a check against differences and of the simplified values.</summary>
    private static Formula[] CheckAll(Formula y, Formula dy, params Formula[] of)
    {
        Formula[] roots = [y, .. Gradients.Of(y, dy, of)];
        Legality.Check(roots);
        var simplified = Simplifier.Simplify(roots);
        Legality.Check(simplified);
        var values = Numbers.For(roots, 3, new Random(3));
        Numbers.Same(new Interpreter(3, values).Evaluate(roots), new Interpreter(3, values).Evaluate(simplified));
        FiniteDifferences.Check(SumAll(y * dy), [.. of.Cast<Input>()], 3, values);
        return [.. simplified];
    }

    /// <summary>With two labels mixed by λ, and smoothing; the target sums to 1, so that the maximum and the logarithm enter once.</summary>
    private static (Formula Logits, Formula Loss, Formula Target) CrossEntropy()
    {
        const int Classes = 5;
        Formula logits = Real("logits", Extent.Batch, Classes), smoothing = Real("smoothing"), lambda = Real("lambda");
        Formula OneHot(string key) => Cast.Of(Equal(Positions(Classes, 1, 2), Along(Int32(key, Extent.Batch), 0, 2)), ElementType.Real);
        var mixed = (lambda * OneHot("first")) + ((1 - lambda) * OneHot("second"));
        var target = ((1 - smoothing) * mixed) + (smoothing / Classes);
        var (maximum, logSum) = LogSumExp(logits, 1);
        return (logits, logSum + Sum(target * (maximum - logits), 1), target);
    }
}
