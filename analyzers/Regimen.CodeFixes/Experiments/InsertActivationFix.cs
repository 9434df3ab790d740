using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.Experiments;

/// <summary>Puts an activation between two products, where both are written in the same list.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class InsertActivationFix() : NodeFix("REG1023")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => "Put 'ReLU()' between them";

    private protected override SyntaxNode? Fix(FixTarget target) =>
        LayerLists.AreTogether(target, target.Node, target.Other()) && LayerLists.ElementOf(target, target.Other()) is { } before
            ? ElementEdits.InsertBehind(target.Root, before, LayerLists.Call("ReLU", target.Node))
            : null;
}
