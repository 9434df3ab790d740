using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Regimen.Analyzers;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.Experiments;

/// <summary>Moves the activation at the end of a residual branch behind the residual, or removes it where one follows there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MoveActivationFix() : NodeFix("REG1019")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => FixHints.DoesActivationFollow(diagnostic) ? "Remove the activation" : "Move the activation behind the residual";

    private protected override SyntaxNode? Fix(FixTarget target)
    {
        if (!FixHints.AreAllWrong(target.Diagnostic)
            || LayerLists.ElementOf(target, target.Node) is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax body }
            || Residual(body) is not { } residual)
        {
            return null;
        }

        if (FixHints.DoesActivationFollow(target.Diagnostic))
            return ElementEdits.Remove(target.Root, target.Node);

        // A comment at the activation would be lost.
        if (target.Node is not ExpressionSyntax activation || activation.GetLeadingTrivia().Concat(activation.GetTrailingTrivia()).Any(trivia => !string.IsNullOrWhiteSpace(trivia.ToString())))
            return null;
        if (LayerLists.ElementOf(target, residual) is { } element)
            return ElementEdits.InsertBehind(target.Root, element, activation.WithoutTrivia(), ElementEdits.Remove(element, activation));
        return ElementEdits.Remove(residual, activation) is ExpressionSyntax rest
            ? target.Root.ReplaceNode(residual, LayerLists.Call("Sequential", residual, rest.WithoutTrivia(), activation.WithoutTrivia()).WithTriviaFrom(residual))
            : null;
    }

    /// <summary>The residual that this call is written as the body of.</summary>
    private static InvocationExpressionSyntax? Residual(InvocationExpressionSyntax body)
    {
        if (body.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax residual } list } argument)
            return null;
        var isBody = argument.NameColon is { } name ? name.Name.Identifier.ValueText == "body" : list.Arguments[0] == argument;
        var isResidual = residual.Expression is IdentifierNameSyntax { Identifier.ValueText: "Residual" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Residual" };
        return isBody && isResidual ? residual : null;
    }
}
