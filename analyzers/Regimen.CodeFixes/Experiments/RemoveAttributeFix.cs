using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.Experiments;

/// <summary>Removes an attribute that is there twice, has no effect, or does harm: the one at the second place of the diagnostic, where it has one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveAttributeFix() : NodeFix("REG0010", "REG2006", "REG2011", "REG3003")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => diagnostic.Id == "REG2006" ? "Remove [LinearScaling]" : "Remove the attribute";

    private protected override SyntaxNode? Fix(FixTarget target)
    {
        var place = target.Diagnostic.AdditionalLocations.Count > 0 ? target.Other() : target.Node;
        return AttributeEdits.Remove(target.Root, AttributeEdits.AttributeOf(place));
    }
}
