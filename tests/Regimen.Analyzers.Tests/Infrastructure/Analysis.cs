using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Regimen.Analyzers.Tests.Infrastructure;

/// <summary>Runs all analyzers over sources in which <c>[|…|]</c> marks what a diagnostic must underline.</summary>
internal static class Analysis
{
    /// <summary>What they report, ordered by place; none of them may fail.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Run(CSharpCompilation compilation)
    {
        var diagnostics = await compilation
            .WithAnalyzers(AllRules.Analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync();
        var failures = diagnostics.Where(diagnostic => diagnostic.Id.StartsWith("AD", StringComparison.Ordinal)).Select(diagnostic => diagnostic.ToString()).ToArray();
        Assert.True(failures.Length == 0, string.Join("\n", failures));
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>The source without the marks, and the places that they mark.</summary>
    public static (string Source, ImmutableArray<TextSpan> Marked) Unmark(string source)
    {
        var text = new StringBuilder();
        var marked = ImmutableArray.CreateBuilder<TextSpan>();
        var start = -1;
        for (var i = 0; i < source.Length; i++)
        {
            if (string.CompareOrdinal(source, i, "[|", 0, 2) == 0)
            {
                (start, i) = (text.Length, i + 1);
            }
            else if (start >= 0 && string.CompareOrdinal(source, i, "|]", 0, 2) == 0)
            {
                marked.Add(TextSpan.FromBounds(start, text.Length));
                (start, i) = (-1, i + 1);
            }
            else
            {
                text.Append(source[i]);
            }
        }

        return (text.ToString(), marked.ToImmutable());
    }
}
