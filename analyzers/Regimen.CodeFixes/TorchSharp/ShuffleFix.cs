using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.TorchSharp;

/// <summary>Lets a loader shuffle.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ShuffleFix() : NodeFix("REG6032")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => "Write 'shuffle: true'";

    private protected override SyntaxNode? Fix(FixTarget target) =>
        ArgumentEdits.Set(target, target.Node, "shuffle", SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression));
}
