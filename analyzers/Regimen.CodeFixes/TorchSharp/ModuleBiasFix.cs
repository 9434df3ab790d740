using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.TorchSharp;

/// <summary>Switches a bias off that has no effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ModuleBiasFix() : NodeFix("REG6018")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => "Switch the bias off";

    private protected override SyntaxNode? Fix(FixTarget target)
    {
        var off = SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression);
        return ArgumentEdits.Set(target, target.Node, "bias", off) ?? ArgumentEdits.Set(target, target.Node, "hasBias", off);
    }
}
