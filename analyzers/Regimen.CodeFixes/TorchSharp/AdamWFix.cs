using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Regimen.CodeFixes.TorchSharp;

/// <summary>Takes AdamW with the same arguments, where nothing asks for an Adam.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AdamWFix() : NodeFix("REG6025")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => "Use AdamW";

    private protected override SyntaxNode? Fix(FixTarget target)
    {
        var call = target.Node.AncestorsAndSelf().FirstOrDefault(node => node is InvocationExpressionSyntax or ObjectCreationExpressionSyntax) as ExpressionSyntax;
        var name = target.Node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().LastOrDefault();
        if (call is null || name is null || name.Identifier.ValueText != "Adam" || call.ToString().Contains("Adam.") || AsksForAdam(target, call))
            return null;
        return target.Root.ReplaceNode(name, SyntaxFactory.IdentifierName("AdamW").WithTriviaFrom(name));
    }

    /// <summary>Whether the value goes where only an Adam fits; <c>var</c> takes anything.</summary>
    private static bool AsksForAdam(FixTarget target, ExpressionSyntax call) =>
        call.Parent is not EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Type.IsVar: true } } and not ExpressionStatementSyntax
        && target.Model.GetTypeInfo(call, target.Cancellation).ConvertedType?.Name == "Adam";
}
