using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Regimen.Analyzers.Tests.Infrastructure;
using Regimen.Analyzers.Tests.TorchSharp;
using Regimen.Generators;
using Regimen.Generators.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Fuzzing;

/// <summary>Alone, so that the processor's time is all its own.</summary>
[CollectionDefinition(nameof(FuzzTests), DisableParallelization = true)]
public sealed class FuzzCollection;

/// <summary>
/// Generator, rules and fixes over spoilt sources: no exception, and nothing that takes longer than a person would wait. The number of mutants
/// comes from <c>REGIMEN_FUZZ</c>, the first seed of a slice from <c>REGIMEN_FUZZ_FROM</c>; a failure names the seed and the source. With
/// <c>REGIMEN_FUZZ_SOURCES</c> the sources are the C# files of that folder, spoilt TorchSharp programs of others.
/// </summary>
[Collection(nameof(FuzzTests))]
public sealed class FuzzTests
{
    private const int Default = 500;

    /// <summary>A prime above the number of sources, so that all are visited in turn.</summary>
    private const long Stride = 2_654_435_761;

    /// <summary>Diagnostics of a mutant whose fixes are tried.</summary>
    private const int MostFixed = 5;

    /// <summary>A long run goes on after a failure, so that one run shows more than one, but not after this many.</summary>
    private const int MostReported = 10;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private static readonly (RuleCases Cases, string Source)[] Sources = [.. AllSources()];

    [Fact]
    public async Task Nothing_crashes_or_hangs()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("REGIMEN_FUZZ"), CultureInfo.InvariantCulture, out var wanted) ? wanted : Default;
        var from = int.TryParse(Environment.GetEnvironmentVariable("REGIMEN_FUZZ_FROM"), CultureInfo.InvariantCulture, out var first) ? first : 0;
        await Warm();
        var failuresOfRoslyn = 0;
        var failures = new List<string>();
        for (var seed = from; seed < from + count && failures.Count < MostReported; seed++)
        {
            // Neighbours in the list are alike, so few mutants already go through all of it.
            var (cases, source) = Sources[(int)(seed * Stride % Sources.Length)];
            var mutant = new Mutator(seed).Mutate(source);
            try
            {
                await RunInTime(cases, mutant);
            }
            catch (Exception) when (CompilerFails(cases.Compile(mutant)))
            {
                failuresOfRoslyn++;
            }
            catch (Exception problem)
            {
                failures.Add($"Mutant {seed} fails: {problem}\n{mutant}");
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
        Assert.True(failuresOfRoslyn <= Math.Max(3, count / 100), $"The compiler itself fails on {failuresOfRoslyn} of {count} mutants; then little was tested.");
    }

    /// <summary>Whether Roslyn throws on the source without anything of ours: it has a few such bugs, such as <c>X::Y</c> where X is a method of a <c>using static</c>.</summary>
    private static bool CompilerFails(CSharpCompilation compilation)
    {
        try
        {
            compilation.GetDiagnostics();
            return false;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return true;
        }
    }

    /// <summary>Runs it. The time is the processor's, of all threads: on a shared machine, the clock says how busy others are.</summary>
    private static async Task RunInTime(RuleCases cases, string source)
    {
        var best = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 3 && best > Limit; attempt++)
        {
            var start = Environment.CpuUsage.TotalTime;
            await Run(cases, source);
            var time = Environment.CpuUsage.TotalTime - start;
            best = time < best ? time : best;
        }

        Assert.True(best <= Limit, $"it takes {best.TotalSeconds:F1} s of processor time.");
    }

    private static async Task Run(RuleCases cases, string source)
    {
        using var workspace = new AdhocWorkspace();
        var document = CodeFixing.Open(workspace, cases.Compile(source));
        var compilation = (CSharpCompilation)(await document.Project.GetCompilationAsync())!;
        var tree = (await document.GetSyntaxTreeAsync())!;
        Generate(compilation);
        var found = await Analysis.Run(compilation);
        foreach (var diagnostic in found.Where(diagnostic => diagnostic.Location.SourceTree == tree).Take(MostFixed))
        {
            foreach (var action in await CodeFixing.AllActions(document, diagnostic))
            {
                var changed = await CodeFixing.Apply(action, document);
                if (!IsBroken(tree) && IsBroken(CSharpSyntaxTree.ParseText(changed, (CSharpParseOptions)tree.Options)))
                    throw new InvalidOperationException($"the fix of {diagnostic.Id} breaks the syntax:\n{changed}");
            }
        }
    }

    private static bool IsBroken(SyntaxTree tree) => tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static void Generate(CSharpCompilation compilation)
    {
        var driver = CSharpGeneratorDriver.Create([new ExperimentGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options);
        var result = driver.RunGenerators(compilation).GetRunResult().Results.Single();
        if (result.Exception is not null)
            throw result.Exception;
    }

    /// <summary>Once over everything, unspoilt, so that no mutant pays for compiling the compiler's code.</summary>
    private static async Task Warm()
    {
        foreach (var cases in RuleCases.All.DistinctBy(cases => cases.Usings))
        {
            foreach (var (_, source) in Sources.Where(source => source.Cases.Usings == cases.Usings).Take(20))
                await Run(cases, source);
        }
    }

    private static IEnumerable<(RuleCases Cases, string Source)> AllSources()
    {
        if (Environment.GetEnvironmentVariable("REGIMEN_FUZZ_SOURCES") is { Length: > 0 } folder)
        {
            foreach (var file in Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                yield return (RuleCases.All.OfType<TorchSharpCases>().First(), File.ReadAllText(file));
            yield break;
        }

        foreach (var cases in RuleCases.All)
        {
            foreach (var source in cases.Triggering.Select(row => row.Source).Concat(cases.Silent.Select(row => row.Source)))
                yield return (cases, Analysis.Unmark(cases.Complete(source)).Source);
        }

        var torchSharp = RuleCases.All.OfType<TorchSharpCases>().First();
        foreach (var (_, text) in TorchSharpReference.Sources("TorchSharp/Corpus/"))
            yield return (torchSharp, text);

        var experiments = RuleCases.All.OfType<ExperimentCases>().First();
        foreach (var file in Directory.GetFiles(Repository.PathOf("samples", "FashionMnist"), "Fashion*.cs"))
            yield return (experiments, File.ReadAllText(file));
    }
}
