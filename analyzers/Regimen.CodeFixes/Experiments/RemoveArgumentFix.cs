using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.Experiments;

/// <summary>Removes an argument of an attribute that has no effect or does harm.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveArgumentFix() : NodeFix("REG2001", "REG2007", "REG2012")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => "Remove the argument";

    private protected override SyntaxNode? Fix(FixTarget target) =>
        AttributeEdits.Remove(target.Root, AttributeEdits.ArgumentOf(target.Node));
}
