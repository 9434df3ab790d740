using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.Experiments;

/// <summary>Writes the size that fills the matrix units, where the size is written as a number.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RoundSizeFix() : NodeFix("REG5001", "REG5002")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => "Write " + Remedy(diagnostic);

    private protected override SyntaxNode? Fix(FixTarget target)
    {
        if (Remedy(target.Diagnostic) is not { } remedy || !int.TryParse(remedy, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            return null;
        var written = AttributeEdits.ArgumentOf(target.Node)?.Expression
            ?? ArgumentEdits.Given(target, target.Node, "channels")?.Expression
            ?? ArgumentEdits.Given(target, target.Node, "features")?.Expression;
        return written is LiteralExpressionSyntax
            ? target.Root.ReplaceNode(written, SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(size)).WithTriviaFrom(written))
            : null;
    }

    /// <summary>The number that the rule advises, under the name that <c>ExperimentRule.RemedyProperty</c> has; null where it advises none.</summary>
    private static string? Remedy(Diagnostic diagnostic) => diagnostic.Properties.TryGetValue("Remedy", out var remedy) ? remedy : null;
}
