using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Regimen.Compiler.Model;
using Regimen.Generators.Tests.Infrastructure;

namespace Regimen.Generators.Tests.Attributes;

/// <summary>A bare attribute means what its documentation says, in the attribute's class and in the compiler alike.</summary>
public sealed class DefaultTests
{
    public static TheoryData<string> WithDefaults => [.. CatalogueTests.Attributes.Where(attribute => Declarations.Bare(attribute.Value) is not null).Select(attribute => attribute.Key)];

    [Theory]
    [MemberData(nameof(WithDefaults))]
    public void Writing_out_the_defaults_of_the_class_changes_nothing(string name)
    {
        var arguments = Declarations.All(Declarations.Bare(CatalogueTests.Attributes[name])!);
        if (name == "Warmup")
            arguments = arguments.Where(argument => argument.Name is not ("Epochs" or "Steps")); // 0 written is no warm-up; not written, the length is the compiler's choice
        Assert.Equal(Declarations.Compile(new AttributeSpec(name, [])), Declarations.Compile(new AttributeSpec(name, Declarations.Arguments(arguments))));
    }

    [Fact]
    public void Only_the_number_of_epochs_has_no_default() => Assert.Equal(["Epochs"], CatalogueTests.Attributes.Where(attribute => Declarations.Bare(attribute.Value) is null).Select(attribute => attribute.Key));

    [Fact]
    public void Bare_attributes_give_the_documented_values()
    {
        var run = GeneratorRunner.Run(Projects.Net(attributes: "LabelSmoothing, Mixup, WeightDecay, Warmup, CosineDecay, LinearScaling").Replace("(BatchSize = 32)", "", StringComparison.Ordinal));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["BatchSize"] = "128",
                ["Seed"] = "1",
                ["Epochs"] = "2",
                ["LearningRate"] = "0.1",
                ["Momentum"] = "0.9",
                ["LabelSmoothing"] = "0.1",
                ["MixupAlpha"] = "0.2",
                ["WeightDecay"] = "0.0005",
                ["WarmupEpochs"] = "5.0",
                ["RateFloor"] = "0.0",
                ["ReferenceBatch"] = "256",
            },
            Values(run["Net.g.cs"]));
        Assert.Contains("Math.Min((long)global::System.Math.Round(WarmupEpochs * run.StepsPerEpoch), run.TotalSteps / 10)", run["Net.g.cs"], StringComparison.Ordinal);
        Assert.Contains("DrawMixup(base.Key, run.Epoch, run.Batch, MixupAlpha, perSample: false, symmetric: false)", run["Net.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Shuffles => true", run["Net.g.cs"], StringComparison.Ordinal);
        Assert.Contains("PixelStatistics.Of(base.Data.Train)", run["Net.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Sgd(Nesterov = false)", run["Net.Network.g.cs"], StringComparison.Ordinal);
        Assert.Contains("w ← w − ηv.", run["Net.Network.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Given_values_arrive()
    {
        var run = GeneratorRunner.Run(Projects.Net(attributes: """
            LabelSmoothing(0.05), Mixup(0.4, PerSample = true, Symmetric = true), WeightDecay(1e-3), CosineDecay(Floor = 1e-5), LinearScaling(ReferenceBatch = 64),
                Warmup(Steps = 12345, Mode = WarmupMode.Constant, Factor = 0.25, UntilTrainError = 0.8), Normalize(Mean = new[] { 0.5 }, Std = new[] { 0.25 }), Shuffle(false)
            """).Replace("Sgd,", "Sgd(LearningRate = 2, Momentum = 0, Nesterov = true),", StringComparison.Ordinal));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["BatchSize"] = "32",
                ["Seed"] = "1",
                ["Epochs"] = "2",
                ["LearningRate"] = "2.0",
                ["Momentum"] = "0.0",
                ["LabelSmoothing"] = "0.05",
                ["MixupAlpha"] = "0.4",
                ["WeightDecay"] = "0.001",
                ["WarmupSteps"] = "12_345",
                ["WarmupFactor"] = "0.25",
                ["WarmupUntilTrainError"] = "0.8",
                ["RateFloor"] = "1e-5",
                ["ReferenceBatch"] = "64",
            },
            Values(run["Net.g.cs"]));
        Assert.Contains("perSample: true, symmetric: true", run["Net.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Shuffles => false", run["Net.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Normalization => [new(0.5, 0.25)]", run["Net.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Sgd(Nesterov = true)", run["Net.Network.g.cs"], StringComparison.Ordinal);
        Assert.Contains("w ← w − η(g + μv).", run["Net.Network.g.cs"], StringComparison.Ordinal);
    }

    /// <summary>Constants and initial values of the properties that the program declares.</summary>
    private static Dictionary<string, string> Values(string program)
    {
        var root = CSharpSyntaxTree.ParseText(program).GetRoot();
        var constants = root.DescendantNodes().OfType<FieldDeclarationSyntax>().SelectMany(field => field.Declaration.Variables).Select(field => (field.Identifier.Text, field.Initializer));
        var properties = root.DescendantNodes().OfType<PropertyDeclarationSyntax>().Where(property => property.Initializer is not null).Select(property => (property.Identifier.Text, property.Initializer));
        return constants.Concat(properties).ToDictionary(member => member.Text, member => member.Initializer!.Value.ToString());
    }
}
