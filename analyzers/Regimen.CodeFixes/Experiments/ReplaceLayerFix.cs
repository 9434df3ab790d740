using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.Experiments;

/// <summary>Writes another layer in the place of one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ReplaceLayerFix() : NodeFix("REG1015", "REG1016")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => $"Write '{Replacement(diagnostic)}()'";

    private protected override SyntaxNode? Fix(FixTarget target) => target.Node is InvocationExpressionSyntax call
        ? target.Root.ReplaceNode(call, LayerLists.Call(Replacement(target.Diagnostic), call).WithTriviaFrom(call))
        : null;

    private static string Replacement(Diagnostic diagnostic) => diagnostic.Id == "REG1015" ? "ReLU" : "BatchNorm";
}
