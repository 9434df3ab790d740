using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Regimen.CodeFixes.TorchSharp;

/// <summary>Calls a method of a tensor where the tensor itself was written.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AppendCallFix() : NodeFix("REG6007", "REG6027", "REG6031")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => $"Write '.{Method(diagnostic)}()'";

    private protected override SyntaxNode? Fix(FixTarget target)
    {
        if (target.Node is not ExpressionSyntax tensor)
            return null;
        var method = Method(target.Diagnostic);

        // 'ToSingle' is an extension method: its namespace must be used.
        if (method == "ToSingle" && !target.Model.LookupNamespacesAndTypes(tensor.SpanStart, name: "TensorExtensionMethods").Any())
            return null;
        ExpressionSyntax receiver = tensor is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax
            ? tensor.WithoutTrivia()
            : SyntaxFactory.ParenthesizedExpression(tensor.WithoutTrivia());
        return target.Root.ReplaceNode(tensor, SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression, receiver, SyntaxFactory.IdentifierName(method))).WithTriviaFrom(tensor));
    }

    private static string Method(Diagnostic diagnostic) => diagnostic.Id switch
    {
        "REG6007" => "ToSingle",
        "REG6027" => "detach",
        _ => "MoveToOuterDisposeScope",
    };
}
