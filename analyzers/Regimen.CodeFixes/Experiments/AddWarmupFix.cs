using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.Experiments;

/// <summary>Adds a warm-up next to the optimiser.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddWarmupFix() : NodeFix("REG2005")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => "Add [Warmup]";

    private protected override SyntaxNode? Fix(FixTarget target) =>
        AttributeEdits.AddBehind(target.Root, AttributeEdits.AttributeOf(target.Other()), "Warmup");
}
