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
