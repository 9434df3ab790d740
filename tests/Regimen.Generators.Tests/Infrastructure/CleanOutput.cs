using Microsoft.CodeAnalysis;

namespace Regimen.Generators.Tests.Infrastructure;

/// <summary>Compiles what was generated, to the last stage and with documentation.</summary>
internal static class CleanOutput
{
    private const string MissingDocumentation = "CS1591";

    /// <summary>Demands that the compiler has nothing to say, neither errors nor warnings; only the tests' own declarations may lack documentation.</summary>
    public static void Demand(GeneratorRun run)
    {
        var generated = run.Sources.Select(source => source.SyntaxTree).ToHashSet();
        using var image = new MemoryStream();
        using var documentation = new MemoryStream();
        var complaints = run.Output.Emit(image, xmlDocumentationStream: documentation).Diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Where(diagnostic => diagnostic.Id != MissingDocumentation || generated.Contains(diagnostic.Location.SourceTree!))
            .Select(diagnostic => $"{diagnostic}\n    {LineAt(diagnostic.Location)}")
            .ToArray();
        Assert.True(complaints.Length == 0, $"{complaints.Length} complaints of the compiler:\n{string.Join("\n", complaints.Take(10))}");
    }

    private static string LineAt(Location location) => location.SourceTree is { } tree
        ? tree.GetText().Lines[location.GetLineSpan().StartLinePosition.Line].ToString().Trim()
        : "";
}
