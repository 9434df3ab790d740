using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Regimen.Generators.Tests.Infrastructure;
using Regimen.Tests;

namespace Regimen.Generators.Tests;

/// <summary>The same declarations give the same text, whoever compiles them, wherever, in whatever order.</summary>
public sealed class DeterminismTests
{
    private static readonly string[] Sources =
    [
        Projects.Data,
        .. Repository.Samples.Values,
        Projects.Net(attributes: "Experiment(Seed = -12345), Normalize(Mean = [-0.5], Std = [1.5e-7]), LabelSmoothing(0.25), Mixup(1234.5)").Replace("[Experiment, ", "[", StringComparison.Ordinal),
    ];

    [Fact]
    public void Cultures_do_not_matter()
    {
        var before = CultureInfo.CurrentCulture;
        IReadOnlyDictionary<string, string> invariant;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            invariant = Generate(Projects.Of(Sources));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        using var _ = new ForeignCulture();
        Assert.Equal(invariant, Generate(Projects.Of(Sources)));
        Assert.Contains("Seed { get; set; } = -12_345;", invariant["Net.g.cs"], StringComparison.Ordinal);
        Assert.Contains("new(-0.5, 1.5e-7)", invariant["Net.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_files_does_not_matter()
    {
        var project = Projects.Of(Sources);
        var expected = Generate(project);
        var random = new Random(1);
        for (var run = 0; run < 3; run++)
        {
            var trees = project.SyntaxTrees.ToArray();
            random.Shuffle(trees);
            Assert.Equal(expected, Generate(project.RemoveAllSyntaxTrees().AddSyntaxTrees(trees)));
        }
    }

    private static Dictionary<string, string> Generate(CSharpCompilation project) =>
        GeneratorRunner.Driver().RunGenerators(project).GetRunResult().Results.Single().GeneratedSources
            .ToDictionary(source => source.HintName, source => source.SourceText.ToString());
}
