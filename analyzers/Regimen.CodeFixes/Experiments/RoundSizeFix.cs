using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Regimen.Analyzers;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.Experiments;

/// <summary>Writes the size that fills the matrix units, where the size is written as a number.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RoundSizeFix() : NodeFix("REG5001", "REG5002")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => $"Write {FixHints.NumberOf(diagnostic)}";

    private protected override SyntaxNode? Fix(FixTarget target)
    {
        if (FixHints.NumberOf(target.Diagnostic) is not { } size)
            return null;
        var written = AttributeEdits.ArgumentOf(target.Node)?.Expression
            ?? ArgumentEdits.Given(target, target.Node, "channels")?.Expression
            ?? ArgumentEdits.Given(target, target.Node, "features")?.Expression;
        return written is LiteralExpressionSyntax
            ? target.Root.ReplaceNode(written, SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(size)).WithTriviaFrom(written))
            : null;
    }
}
