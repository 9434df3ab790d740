using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.Experiments;

/// <summary>Exchanges two layers that stand in the wrong order, where both are written in the same list.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SwapLayersFix() : NodeFix("REG1005", "REG1006", "REG1007")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => "Swap the layers";

    private protected override SyntaxNode? Fix(FixTarget target) =>
        LayerLists.AreTogether(target, target.Node, target.Other()) ? ElementEdits.Swap(target.Root, target.Node, target.Other()) : null;
}
