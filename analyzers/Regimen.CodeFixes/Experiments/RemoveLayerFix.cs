using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Regimen.Analyzers;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.Experiments;

/// <summary>Takes a layer out of its list, where all layers that the call makes are superfluous.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveLayerFix() : NodeFix("REG1010", "REG1011", "REG1012", "REG1013", "REG1014", "REG1020")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => "Remove the layer";

    private protected override SyntaxNode? Fix(FixTarget target) =>
        FixHints.AreAllWrong(target.Diagnostic) && LayerLists.ElementOf(target, target.Node) is not null ? ElementEdits.Remove(target.Root, target.Node) : null;
}
