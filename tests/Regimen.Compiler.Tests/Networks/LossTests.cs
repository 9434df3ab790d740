using Regimen.Compiler.Formulas;
using Regimen.Compiler.Differentiation;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Recipe.Losses;
using Regimen.Compiler.Tests.Formulas;

namespace Regimen.Compiler.Tests.Networks;

/// <summary>Softmax cross-entropy against one soft target, with mixed and smoothed labels, against a loop.</summary>
public sealed class LossTests
{
    private const int Batch = 4;
    private const int Classes = 5;

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Is_what_a_loop_makes_of_it(bool mixes, bool smooths)
    {
        var logits = new Input("logits", TensorType.Of(ElementType.Real, Extent.Batch, Classes));
        var step = new StepBuilder(Mode.Training);
        var loss = SoftmaxCrossEntropy.Express(logits, new SoftLabels(step, mixes, smooths));
        Formula[] roots = [loss.Mean, loss.Sum, loss.Correct, .. Gradients.Of(loss.Mean, [logits])];
        Legality.Check(roots);
        Assert.Equal(mixes, step.Graph.Storages.Any(storage => storage.Key == "partnerLabels"));

        double[] labels = [2, 0, 4, 2], partners = [1, 0, 2, 3], shares = [0.75, 1, 0.5, 0.2];
        var values = Numbers.For(roots, Batch, new Random(3));
        values["labels"] = NdArray.Vector(ElementType.Int32, labels);
        values["partnerLabels"] = NdArray.Vector(ElementType.Int32, partners);
        values["shares"] = NdArray.Vector(ElementType.Real, shares);
        values["smoothing"] = NdArray.Scalar(0.1);
        var z = values["logits"];

        double sum = 0, correct = 0;
        var gradient = new NdArray(ElementType.Real, [Batch, Classes]);
        for (var sample = 0; sample < Batch; sample++)
        {
            var row = Enumerable.Range(0, Classes).Select(k => z[sample, k]).ToArray();
            var total = row.Sum(Math.Exp);
            var share = mixes ? shares[sample] : 1;
            for (var k = 0; k < Classes; k++)
            {
                var hot = (k == labels[sample] ? share : 0) + (k == partners[sample] ? 1 - share : 0);
                var target = smooths ? (0.9 * hot) + (0.1 / Classes) : hot;
                sum -= target * (row[k] - Math.Log(total));
                gradient[sample, k] = ((Math.Exp(row[k]) / total) - target) / Batch;
                correct += row[k] == row.Max() ? hot : 0;
            }
        }

        NdArray[] expected = [NdArray.Scalar(sum / Batch), NdArray.Scalar(sum, ElementType.Double), NdArray.Scalar(correct, ElementType.Double), gradient];
        Numbers.Same(expected, new Interpreter(Batch, values).Evaluate(roots));
        Numbers.Same(expected, new Interpreter(Batch, values).Evaluate(Simplifier.Simplify(roots)));
    }

    [Fact]
    public void A_sure_network_keeps_the_digits_of_its_small_loss_and_of_all_gradients()
    {
        var logits = new Input("logits", TensorType.Of(ElementType.Real, Extent.Batch, 3));
        var loss = SoftmaxCrossEntropy.Express(logits, new SoftLabels(new StepBuilder(Mode.Training), mixes: false, smooths: false));
        var values = new Dictionary<string, NdArray>
        {
            ["logits"] = new(ElementType.Real, [1, 3], [1040, 1000, 1000]),
            ["labels"] = NdArray.Vector(ElementType.Int32, 0),
        };
        var evaluated = new Interpreter(1, values, single: true).Evaluate(Simplifier.Simplify([loss.Sum, .. Gradients.Of(loss.Mean, [logits])]));
        var small = Math.Exp(-40);
        Assert.Equal(1, evaluated[0].Elements[0] / (2 * small), 1e-6);
        Assert.Equal([-2, 1, 1], evaluated[1].Elements.Select(element => Math.Round(element / small, 6)));
    }

    [Fact]
    public void Its_gradient_needs_one_sum_beside_the_softmaxs()
    {
        var logits = new Input("logits", TensorType.Of(ElementType.Real, Extent.Batch, Classes));
        var loss = SoftmaxCrossEntropy.Express(logits, new SoftLabels(new StepBuilder(Mode.Training), mixes: true, smooths: true));
        var gradient = Simplifier.Simplify([.. Gradients.Of(loss.Mean, [logits])]);
        var reductions = Traversal.InOrder(gradient).OfType<Reduce>().Select(reduce => reduce.Reduction);
        Assert.Equal([Reduction.Sum, Reduction.Sum, Reduction.Maximum, Reduction.ArgMaximum], reductions.Order());
    }
}
