using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.Experiments;

/// <summary>Moves a dropout behind the batch normalisation and its activation, where all are written in the same list.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MoveDropoutFix() : NodeFix("REG1008")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => "Move the dropout behind the normalisation";

    private protected override SyntaxNode? Fix(FixTarget target)
    {
        SyntaxNode?[] passed = [.. target.Diagnostic.AdditionalLocations.Select((_, position) => target.Other(position))];
        return passed.Length > 0 && LayerLists.AreTogether(target, [target.Node, .. passed])
            ? ElementEdits.MoveBehind(target.Root, target.Node, passed[passed.Length - 1])
            : null;
    }
}
