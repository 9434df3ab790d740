using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Regimen.Generators.Tests.Infrastructure;

namespace Regimen.Generators.Tests.Shapes;

/// <summary>Projects with other settings than the SDK's.</summary>
public sealed class ProjectTests
{
    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Preview)]
    public void Languages_since_12(LanguageVersion version) =>
        GeneratorRunner.Run(Projects.With(Projects.ParseOptions.WithLanguageVersion(version), Projects.Options, Sources)).Has("FashionMnistSample.FashionCnn");

    [Fact]
    public void Nullable_annotations_off() =>
        GeneratorRunner.Run(Projects.With(Projects.ParseOptions, Projects.Options.WithNullableContextOptions(NullableContextOptions.Disable), Sources)).Has("FashionMnistSample.FashionCnn");

    [Fact]
    public void Overflow_checked() =>
        GeneratorRunner.Run(Projects.With(Projects.ParseOptions, Projects.Options.WithOverflowChecks(true), Sources)).Has("FashionMnistSample.FashionCnn");

    [Fact]
    public void Documentation_not_parsed() =>
        GeneratorRunner.Run(Projects.With(Projects.ParseOptions.WithDocumentationMode(DocumentationMode.None), Projects.Options, Sources)).Has("FashionMnistSample.FashionCnn");

    [Fact]
    public void Optimised() =>
        GeneratorRunner.Run(Projects.With(Projects.ParseOptions, Projects.Options.WithOptimizationLevel(OptimizationLevel.Release), Sources)).Has("FashionMnistSample.FashionCnn");

    private static string[] Sources => [Projects.Data, Repository.Samples["FashionCnn"]];
}
