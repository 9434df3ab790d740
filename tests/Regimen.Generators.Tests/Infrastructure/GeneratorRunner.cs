using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Regimen.Tests;

namespace Regimen.Generators.Tests.Infrastructure;

/// <summary>Runs the generator as every test of it must: under a foreign culture, twice, its models searched, its output compiled.</summary>
internal static class GeneratorRunner
{
    private static readonly SyntaxTree Unrelated = CSharpSyntaxTree.ParseText("internal sealed class Unrelated;", Projects.ParseOptions, "unrelated.cs");

    /// <summary>A driver that remembers its steps.</summary>
    public static GeneratorDriver Driver(CSharpParseOptions? parse = null) => CSharpGeneratorDriver.Create(
        [new ExperimentGenerator().AsSourceGenerator()],
        parseOptions: parse ?? Projects.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Runs on these files and the data types, and demands a clean output.</summary>
    public static GeneratorRun Run(params IEnumerable<string> sources) => Run(Projects.Of([Projects.Data, .. sources]));

    /// <summary>Runs on the project, and demands a clean output.</summary>
    public static GeneratorRun Run(CSharpCompilation project)
    {
        var run = RunAlone(project);
        CleanOutput.Demand(run);
        return run;
    }

    /// <summary>Runs on a project whose own source need not compile.</summary>
    public static GeneratorRun RunAlone(CSharpCompilation project)
    {
        using var _ = new ForeignCulture();
        var driver = Driver((CSharpParseOptions)project.SyntaxTrees[0].Options).RunGeneratorsAndUpdateCompilation(project, out var output, out var diagnostics);
        Assert.Empty(diagnostics);
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        ModelSearch.DemandNone(result);

        var unrelated = CSharpSyntaxTree.ParseText(Unrelated.GetText(), (CSharpParseOptions)project.SyntaxTrees[0].Options, Unrelated.FilePath);
        DemandCached(driver.RunGenerators(project.AddSyntaxTrees(unrelated)).GetRunResult().Results.Single());
        return new GeneratorRun(result.GeneratedSources, output);
    }

    private static void DemandCached(GeneratorRunResult result)
    {
        var steps = result.TrackedOutputSteps.Concat(result.TrackedSteps.Where(step => step.Key is ExperimentGenerator.SpecStep or ExperimentGenerator.FilesStep));
        foreach (var (name, runs) in steps)
        {
            Assert.All(runs.SelectMany(run => run.Outputs), output => Assert.True(
                output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged,
                $"A second run over the same declaration gave another result: step {name} is {output.Reason}."));
        }
    }
}
