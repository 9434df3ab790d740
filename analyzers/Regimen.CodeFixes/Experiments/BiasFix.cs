using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.Experiments;

/// <summary>Switches a bias off that has no effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class BiasFix() : NodeFix("REG1009")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => "Write 'bias: false'";

    private protected override SyntaxNode? Fix(FixTarget target) =>
        ArgumentEdits.Set(target, target.Node, "bias", SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression));
}
