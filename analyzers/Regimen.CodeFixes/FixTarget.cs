using Microsoft.CodeAnalysis;

namespace Regimen.CodeFixes;

/// <summary>What a fix starts from.</summary>
/// <param name="Root">The file.</param>
/// <param name="Node">The innermost node that the diagnostic underlines.</param>
/// <param name="Model">The file's meaning.</param>
/// <param name="Diagnostic">The diagnostic.</param>
/// <param name="Cancellation">Stops the fix.</param>
internal sealed record FixTarget(SyntaxNode Root, SyntaxNode Node, SemanticModel Model, Diagnostic Diagnostic, CancellationToken Cancellation)
{
    /// <summary>The node at the diagnostic's additional location; null where there is none in this file.</summary>
    public SyntaxNode? Other(int position = 0) =>
        Diagnostic.AdditionalLocations.Count > position && Diagnostic.AdditionalLocations[position] is { } location
            && location.SourceTree == Root.SyntaxTree && Root.FullSpan.Contains(location.SourceSpan)
            ? Root.FindNode(location.SourceSpan, getInnermostNodeForTie: true)
            : null;
}
