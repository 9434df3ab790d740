using Regimen.Analyzers.Tests.Cases.Declaration;
using Regimen.Analyzers.Tests.Infrastructure;
using Regimen.Testing;

namespace Regimen.Analyzers.Tests;

/// <summary>What holds for the rules over experiments together.</summary>
public sealed class ExperimentAnalyzerTests
{
    private static readonly CompileErrorCases Cases = new();

    [Fact]
    public async Task All_that_is_missing_is_said_at_once()
    {
        var diagnostics = await Analysis.Run(Cases.Compile(Cases.Complete("[Experiment] class Net { }")));
        Assert.Equal(["REG0001", "REG0004", "REG0005", "REG0006", "REG0007"], diagnostics.Select(diagnostic => diagnostic.Id).Order());
    }

    [Theory]
    [InlineData("Mixup(0), ", "Linear(64), ReLU(), Linear(10)", "REG0009")]
    [InlineData("Mixup(0), Sgd, ", "Linear(64), ReLU(), Linear(10)", "REG0009")]
    [InlineData("", "Linear(64), ReLU(), Linear(Missing)", "REG1001")]
    [InlineData("", "Linear(64), ReLU(), Linear(11)", "REG1003")]
    public async Task An_error_hides_nothing_of_the_rest(string attribute, string layers, string error)
    {
        if (!attribute.Contains("Sgd", StringComparison.Ordinal))
            attribute += "Sgd(Momentum = 0, Nesterov = true), ";
        var diagnostics = await Analysis.Run(Cases.Compile(Cases.Complete(
            $"[Experiment, Data<Digits>, Epochs(5), {attribute}WeightDecay(IncludeBias = true), Warmup(Epochs = 10)] partial class Net {{ static Layer Network() => Sequential(Flatten(), {layers}); }}")));
        string[] nesterov = attribute.Contains("Nesterov", StringComparison.Ordinal) ? ["REG2007"] : [];
        Assert.Equal([error, "REG2001", "REG2003", .. nesterov], diagnostics.Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_said_of_the_default_that_stands_in_for_a_wrong_argument()
    {
        // The default would warm up for half an epoch, and the rate of 0.1 is fine; what was meant is not known.
        var diagnostics = await Analysis.Run(Cases.Compile(Cases.Complete(
            "[Experiment, Data<Digits>(BatchSize = 0), Epochs(0), Sgd(LearningRate = -1), LinearScaling(ReferenceBatch = 0), Warmup(Epochs = -1), CosineDecay(Floor = 0.2), WeightDecay(0.01)] partial class Net { static Layer Network() => Sequential(Flatten(), Linear(10)); }")));
        Assert.Equal(Enumerable.Repeat("REG0009", 5), diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public async Task What_does_not_compile_is_underlined_alone()
    {
        var diagnostics = await Analysis.Run(Cases.Compile(Cases.Complete(
            "[Experiment, Data<Digits>, Epochs(5), Sgd] partial class Net { static Layer Network() => Sequential(Flatten(), Linear(10), Softmax()); }")));
        Assert.Equal([("REG1001", "Softmax()"), ("REG1013", "Softmax()")], diagnostics.Select(diagnostic => (diagnostic.Id, diagnostic.Location.TextAt())).Order());
    }

    [Fact]
    public async Task A_layer_of_a_helper_in_another_file_is_underlined_there()
    {
        var diagnostics = await Analysis.Run(Cases.Compile(
            Cases.Complete("[Experiment, Data<Digits>, Epochs(1), Sgd] partial class Net { static Layer Network() => Sequential(Parts.Head()); }"),
            "using Regimen; static class Parts { public static Layer Head() => Layers.Linear(10); }"));
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("REG1002", "b.cs", "Layers.Linear(10)"), (diagnostic.Id, diagnostic.Location.SourceTree!.FilePath, diagnostic.Location.TextAt()));
    }

    [Fact]
    public async Task A_helper_that_is_called_twice_is_told_of_once()
    {
        var diagnostics = await Analysis.Run(Cases.Compile(Cases.Complete(
            "[Experiment, Data<Digits>, Epochs(1), Sgd] partial class Net { static Layer Network() => Sequential(Block(8), Block(16), GlobalAveragePool2d(), Linear(10)); static Layer Block(int channels) => Sequential(Conv2d(channels, 3), BatchNorm(), ReLU()); }")));
        Assert.Equal(("REG1009", "Conv2d(channels, 3)"), Assert.Single(diagnostics.Select(diagnostic => (diagnostic.Id, diagnostic.Location.TextAt()))));
    }

    /// <summary>An analyzer that fails is found by <see cref="Analysis.Run"/>.</summary>
    [Theory]
    [InlineData("static Layer Network() => Sequential(Flatten(), Linear(10), Softmax(")]
    [InlineData("static Layer Network() => Sequential(Flatten(), Linear(10), Layers.LogSoftmax);")]
    [InlineData("static Layer Network() => Sequential(Flatten(), Linear(), Missing.Softmax(), LocalResponseNorm);")]
    [InlineData("static Layer Network() { ReLU( ; var x = ; Layer norm = BatchNorm(; return }")]
    [InlineData("static Layer Network() => Residual();")]
    [InlineData("static Layer Network() => Residual(Sequential(), Softmax());")]
    [InlineData("static Layer Network() => Sequential(Dropout(\"half\"), Conv2d(8, kernel: ), ReLU(), ReLU());")]
    [InlineData("static Layer Network() => Sequential(Conv2d(-1, -1, stride: 9, dilation: -1), Dropout(double.NaN), LeakyReLU(double.NaN), Linear(-5), Linear(0), LayerNorm(-1));")]
    [InlineData("static Layer Network() => ReLU();")]
    [InlineData("static Layer Network() => Sequential();")]
    [InlineData("static Layer Network() => Residual(Residual(Sequential(), ReLU()), Sequential(Dropout(), ReLU()));")]
    public async Task Half_written_code_makes_no_rule_fail(string members) =>
        await Analysis.Run(Cases.Compile(Cases.Complete("[Experiment, Data<Digits>, Epochs(1), Sgd] partial class Net { " + members + " }")));

    [Fact]
    public async Task Nothing_is_said_of_another_attribute_of_the_same_name() =>
        Assert.Empty(await Analysis.Run(Cases.Compile("class ExperimentAttribute : System.Attribute { } [Experiment] class Net { }")));
}
