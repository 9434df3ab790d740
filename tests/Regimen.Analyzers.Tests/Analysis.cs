using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Regimen.Analyzers;
using Regimen.Testing;

namespace Regimen.Analyzers.Tests;

/// <summary>Runs the analyzer over sources in which <c>[|…|]</c> marks what a diagnostic must underline.</summary>
internal static class Analysis
{
    public static async Task<ImmutableArray<Diagnostic>> Run(params string[] sources)
    {
        var compilation = TestCompilation.Of(sources).WithAnalyzers([new ExperimentAnalyzer()], new AnalyzerOptions([]));
        var diagnostics = await compilation.GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id.StartsWith("AD", StringComparison.Ordinal));
        return diagnostics;
    }

    /// <summary>The source without the marks, and the text between them.</summary>
    public static (string Source, string Marked, int Start) Unmark(string source)
    {
        var start = source.IndexOf("[|", StringComparison.Ordinal);
        var end = source.IndexOf("|]", StringComparison.Ordinal);
        return start < 0 ? (source, "", -1) : (source[..start] + source[(start + 2)..end] + source[(end + 2)..], source[(start + 2)..end], start);
    }
}
