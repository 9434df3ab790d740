using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Regimen.Generators.Tests.Infrastructure;

/// <summary>What some work costs: the least of several times, which a busy machine disturbs least, and the memory allocated, which it does not disturb at all.</summary>
/// <param name="Time">The quickest of all runs.</param>
/// <param name="Bytes">Allocated by the run that allocated least.</param>
internal sealed record Cost(TimeSpan Time, long Bytes)
{
    /// <summary>Runs work once for each of the inputs.</summary>
    public static Cost Of<T>(IEnumerable<T> inputs, Action<T> work)
    {
        var least = new Cost(TimeSpan.MaxValue, long.MaxValue);
        foreach (var input in inputs)
        {
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            work(input);
            var time = Stopwatch.GetElapsedTime(start);
            bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            least = new Cost(time < least.Time ? time : least.Time, Math.Min(bytes, least.Bytes));
        }

        return least;
    }
}

/// <summary>How long the generator holds up an editor, and what the compiler itself does meanwhile.</summary>
/// <param name="Edit">An edit of a rate, which generates one experiment anew.</param>
/// <param name="Unrelated">An edit of another file, which generates nothing.</param>
/// <param name="Compiler">Finding what is wrong with the edited project and its generated files, on one thread and without the generator.</param>
internal sealed record GeneratorTiming(Cost Edit, Cost Unrelated, Cost Compiler)
{
    private const int Edits = 15;

    /// <summary>Measures with one experiment, whose source holds <c>LearningRate = 0.1</c>.</summary>
    public static GeneratorTiming Measure(string source)
    {
        var project = Projects.Of(source);
        var experiment = project.SyntaxTrees[^1];
        var edits = Enumerable.Range(1, Edits).Select(edit => project.ReplaceSyntaxTree(experiment, Parse(
            source.Replace("LearningRate = 0.1", FormattableString.Invariant($"LearningRate = 0.{edit}1"), StringComparison.Ordinal), experiment.FilePath))).ToArray();
        var others = Enumerable.Range(1, Edits).Select(edit => project.AddSyntaxTrees(Parse(FormattableString.Invariant($"internal sealed class Other{edit};"), "other.cs"))).ToArray();

        var driver = GeneratorRunner.Driver().RunGenerators(project);
        var texts = driver.GetRunResult().GeneratedTrees;
        var edit = Cost.Of(edits, edited => driver = driver.RunGenerators(edited));
        driver = driver.RunGenerators(project);
        var unrelated = Cost.Of(others, edited => driver = driver.RunGenerators(edited));
        return new GeneratorTiming(edit, unrelated, Cost.Of(
            edits, edited => edited.WithOptions(edited.Options.WithConcurrentBuild(false)).AddSyntaxTrees(texts).GetDiagnostics()));
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, Projects.ParseOptions, path);
}
