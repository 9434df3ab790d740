using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.TorchSharp;

/// <summary>Tells a divergence that its targets are probabilities.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LogTargetFix() : NodeFix("REG6045")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => "Write 'log_target: false'";

    private protected override SyntaxNode? Fix(FixTarget target) =>
        target.Other() is { } call ? ArgumentEdits.Set(target, call, "log_target", SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression)) : null;
}
