using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Tests.Formulas;

namespace Regimen.Compiler.Tests.Networks;

/// <summary>What layers compute, against loops that say it as PyTorch's documentation does.</summary>
public sealed class LayerValueTests
{
    private const int Batch = ExpressedLayer.Batch;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Linear(bool bias)
    {
        var layer = new ExpressedLayer(bias ? "Linear(4)" : "Linear(4, bias: false)", Mode.Training, 5);
        Assert.Equal(bias ? 2 : 1, layer.Step.Parameters.Count);
        layer.Makes(at =>
        {
            var sum = bias ? layer["linear1Bias"][at[1]] : 0;
            for (var i = 0; i < 5; i++)
                sum += layer.X[at[0], i] * layer["linear1Weight"][at[1], i];
            return sum;
        });
    }

    [Theory]
    [InlineData(3, 1, 1, 1, 1)]
    [InlineData(2, 2, 0, 1, 2)]
    [InlineData(3, 1, 2, 2, 4)]
    public void Conv2d(int kernel, int stride, int padding, int dilation, int groups)
    {
        var layer = new ExpressedLayer($"Conv2d(8, {kernel}, {stride}, {padding}, {dilation}, {groups})", Mode.Training, 5, 6, 4);
        var (weight, bias) = (layer["conv1Weight"], layer["conv1Bias"]);
        layer.Makes(at =>
        {
            var sum = bias[at[3]];
            for (var i = 0; i < kernel; i++)
            {
                for (var j = 0; j < kernel; j++)
                {
                    var (row, column) = ((at[1] * stride) + (i * dilation) - padding, (at[2] * stride) + (j * dilation) - padding);
                    if (row < 0 || row >= 5 || column < 0 || column >= 6)
                        continue;
                    for (var channel = 0; channel < 4 / groups; channel++)
                        sum += layer.X[at[0], row, column, (at[3] / (8 / groups) * (4 / groups)) + channel] * weight[at[3], channel, i, j];
                }
            }

            return sum;
        });
    }

    [Fact]
    public void BatchNorm_over_channels_in_training()
    {
        var layer = new ExpressedLayer("BatchNorm(momentum: 0.3, epsilon: 0.01)", Mode.Training, 2, 3, 4);
        var columns = Enumerable.Range(0, 4).Select(channel => layer.X.Elements.Where((_, index) => index % 4 == channel).ToArray()).ToArray();
        NormalizesEach(layer, columns, at => at[3]);
    }

    [Fact]
    public void BatchNorm_over_features_in_training()
    {
        var layer = new ExpressedLayer("BatchNorm(momentum: 0.3, epsilon: 0.01)", Mode.Training, 4);
        var columns = Enumerable.Range(0, 4).Select(feature => layer.X.Elements.Where((_, index) => index % 4 == feature).ToArray()).ToArray();
        NormalizesEach(layer, columns, at => at[1]);
    }

    [Fact]
    public void BatchNorm_in_evaluation_reads_the_running_statistics()
    {
        var layer = new ExpressedLayer("BatchNorm(epsilon: 0.01)", Mode.Evaluation, 2, 3, 4);
        Assert.Empty(layer.Step.Graph.Assignments);
        Assert.Equal(["bn1Mean", "bn1Variance"], layer.Step.Statistics.Select(statistic => statistic.Name));
        layer.Makes(at => ((layer.X[at] - layer["bn1Mean"][at[3]]) / Math.Sqrt(layer["bn1Variance"][at[3]] + 0.01) * layer["bn1Gamma"][at[3]]) + layer["bn1Beta"][at[3]]);
    }

    [Fact]
    public void BatchNorm_is_applied_with_a_subtraction_and_a_multiply_add()
    {
        var layer = new ExpressedLayer("BatchNorm()", Mode.Training, 2, 3, 4);
        var output = Simplifier.Simplify([layer.Output])[0];
        var full = Traversal.InOrder([output]).OfType<Elementwise>().Where(node => node.Type.Axes == layer.Input.Type.Axes).ToArray();
        Assert.Equal([Operator.Subtract, Operator.MultiplyAdd], full.Select(node => node.Operator));
        Assert.Equal("normalized", output.Name);
        Assert.Equal(["mean", "scale"], Traversal.InOrder([output]).Where(node => node != output && node.Name is not null).Select(node => node.Name).Order());
    }

    [Fact]
    public void LayerNorm_of_images_has_factors_in_PyTorchs_order()
    {
        var layer = new ExpressedLayer("LayerNorm(0.01)", Mode.Training, 2, 3, 4);
        Assert.All(layer.Step.Parameters, parameter => Assert.Equal([4, 2, 3], parameter.Shape));
        NormalizesSamples(layer, at => layer["ln1Gamma"][at[3], at[1], at[2]], at => layer["ln1Beta"][at[3], at[1], at[2]]);
    }

    [Fact]
    public void LayerNorm_of_features()
    {
        var layer = new ExpressedLayer("LayerNorm(0.01)", Mode.Evaluation, 6);
        NormalizesSamples(layer, at => layer["ln1Gamma"][at[1]], at => layer["ln1Beta"][at[1]]);
    }

    [Theory]
    [InlineData("MaxPool2d(2)", 2, 2, 0)]
    [InlineData("MaxPool2d(3, 2, 1)", 3, 2, 1)]
    [InlineData("MaxPool2d(3, 1)", 3, 1, 0)]
    public void MaxPool2d(string text, int kernel, int stride, int padding)
    {
        var layer = new ExpressedLayer(text, Mode.Training, 5, 6, 2);
        layer.Makes(at => Window(layer.X, at, kernel, stride, padding, double.NegativeInfinity).Max());
    }

    [Theory]
    [InlineData("AvgPool2d(2)", 2, 2, 0)]
    [InlineData("AvgPool2d(3, 2, 1)", 3, 2, 1)]
    public void AvgPool2d_counts_what_lies_beyond_the_edges(string text, int kernel, int stride, int padding)
    {
        var layer = new ExpressedLayer(text, Mode.Training, 5, 6, 2);
        layer.Makes(at => Window(layer.X, at, kernel, stride, padding, 0).Sum() / (kernel * kernel));
    }

    [Fact]
    public void GlobalAveragePool2d()
    {
        var layer = new ExpressedLayer("GlobalAveragePool2d()", Mode.Training, 5, 6, 2);
        layer.Makes(at => Enumerable.Range(0, 30).Average(pixel => layer.X[at[0], pixel / 6, pixel % 6, at[1]]));
    }

    [Fact]
    public void Flatten_gives_features_channel_by_channel()
    {
        var layer = new ExpressedLayer("Flatten()", Mode.Training, 2, 3, 4);
        layer.Makes(at => layer.X[at[0], at[1] % 6 / 3, at[1] % 3, at[1] / 6]);
        var features = new ExpressedLayer("Flatten()", Mode.Training, 5);
        Assert.Same(features.Input, features.Output);
    }

    [Fact]
    public void Residual_adds_what_both_ways_make_of_the_same()
    {
        var layer = new ExpressedLayer("Residual(Linear(5), Linear(5, bias: false))", Mode.Training, 5);
        Assert.Equal(["0.weight", "0.bias", "1.weight"], layer.Step.Parameters.Select(parameter => parameter.Path));
        layer.Makes(at => layer["linear1Bias"][at[1]]
            + Enumerable.Range(0, 5).Sum(i => layer.X[at[0], i] * (layer["linear1Weight"][at[1], i] + layer["linear2Weight"][at[1], i])));
        var plain = new ExpressedLayer("Residual(Tanh())", Mode.Training, 5);
        plain.Makes(at => plain.X[at] + Math.Tanh(plain.X[at]));
    }

    public static TheoryData<string> Activations => ["ReLU()", "LeakyReLU(0.2)", "GELU()", "SiLU()", "Sigmoid()", "Tanh()"];

    [Theory]
    [MemberData(nameof(Activations))]
    public void Activation(string text)
    {
        var layer = new ExpressedLayer(text, Mode.Training, 2, 3, 4);
        layer.Makes(at => layer.X[at] is var x && text.Split('(')[0] switch
        {
            "ReLU" => Math.Max(x, 0),
            "LeakyReLU" => x > 0 ? x : 0.2 * x,
            "GELU" => 0.5 * x * (1 + Scalars.Erf(x / Math.Sqrt(2))),
            "SiLU" => x / (1 + Math.Exp(-x)),
            "Sigmoid" => 1 / (1 + Math.Exp(-x)),
            _ => Math.Tanh(x),
        } is var y ? y : double.NaN);
    }

    private static void NormalizesEach(ExpressedLayer layer, double[][] columns, Func<int[], int> channelOf)
    {
        var means = columns.Select(column => column.Average()).ToArray();
        var variances = columns.Select((column, channel) => column.Average(x => (x - means[channel]) * (x - means[channel]))).ToArray();
        double n = columns[0].Length;
        layer.Makes(at =>
        {
            var channel = channelOf(at);
            return ((layer.X[at] - means[channel]) / Math.Sqrt(variances[channel] + 0.01) * layer["bn1Gamma"][channel]) + layer["bn1Beta"][channel];
        });
        layer.Assigns("bn1Mean", at => (0.7 * layer["bn1Mean"][at]) + (0.3 * means[at[0]]));
        layer.Assigns("bn1Variance", at => (0.7 * layer["bn1Variance"][at]) + (0.3 * variances[at[0]] * n / (n - 1)));
    }

    private static void NormalizesSamples(ExpressedLayer layer, Func<int[], double> gamma, Func<int[], double> beta)
    {
        var size = layer.X.Elements.Length / Batch;
        layer.Makes(at =>
        {
            var sample = layer.X.Elements.Skip(at[0] * size).Take(size).ToArray();
            var mean = sample.Average();
            var variance = sample.Average(x => (x - mean) * (x - mean));
            return ((layer.X[at] - mean) / Math.Sqrt(variance + 0.01) * gamma(at)) + beta(at);
        });
    }

    private static IEnumerable<double> Window(NdArray x, int[] at, int kernel, int stride, int padding, double outside)
    {
        var (sample, top, left, channel) = (at[0], (at[1] * stride) - padding, (at[2] * stride) - padding, at[3]);
        for (var place = 0; place < kernel * kernel; place++)
        {
            var (row, column) = (top + (place / kernel), left + (place % kernel));
            yield return row < 0 || row >= x.Shape[1] || column < 0 || column >= x.Shape[2] ? outside : x[sample, row, column, channel];
        }
    }
}
