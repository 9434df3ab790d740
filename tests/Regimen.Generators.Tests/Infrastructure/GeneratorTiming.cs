using System.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;

namespace Regimen.Generators.Tests.Infrastructure;

/// <summary>How long the generator holds up an editor.</summary>
/// <param name="First">A new driver on a new project, as when it is opened.</param>
/// <param name="Edit">Median over edits of a rate, each of which generates one experiment anew.</param>
/// <param name="Unrelated">Median over edits of another file, none of which generates anything.</param>
internal sealed record GeneratorTiming(TimeSpan First, TimeSpan Edit, TimeSpan Unrelated)
{
    private const int Edits = 15;

    /// <summary>Measures with one experiment, whose source holds <c>LearningRate = 0.1</c>.</summary>
    public static GeneratorTiming Measure(string source)
    {
        var project = Projects.Of(source);
        var driver = GeneratorRunner.Driver();
        var first = Time(() => driver = driver.RunGenerators(project));
        var experiment = project.SyntaxTrees[^1];

        var edits = Enumerable.Range(1, Edits).Select(edit =>
        {
            var changed = CSharpSyntaxTree.ParseText(FormattableString.Invariant($"{source.Replace("LearningRate = 0.1", $"LearningRate = 0.{edit}1", StringComparison.Ordinal)}"), Projects.ParseOptions, experiment.FilePath);
            var edited = project.ReplaceSyntaxTree(experiment, changed);
            return Time(() => driver = driver.RunGenerators(edited));
        }).ToArray();

        driver = driver.RunGenerators(project);
        var unrelated = Enumerable.Range(1, Edits).Select(edit =>
        {
            var edited = project.AddSyntaxTrees(CSharpSyntaxTree.ParseText(FormattableString.Invariant($"internal sealed class Other{edit};"), Projects.ParseOptions, "other.cs"));
            return Time(() => driver = driver.RunGenerators(edited));
        }).ToArray();
        return new GeneratorTiming(first, Median(edits), Median(unrelated));
    }

    private static TimeSpan Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }

    private static TimeSpan Median(TimeSpan[] times) => times.Order().ElementAt(times.Length / 2);
}
