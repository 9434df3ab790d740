using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Regimen.CodeFixes.Editing;

/// <summary>Lists of layers as they are written: the arguments of <c>Sequential(…)</c> or of another method that takes any number of layers, collection expressions, initialisers.</summary>
internal static class LayerLists
{
    /// <summary>The element of such a list that is exactly this expression. Null where it is none; an argument with a meaning of its own, as the body of a <c>Residual</c>, is none.</summary>
    public static SyntaxNode? ElementOf(FixTarget target, SyntaxNode? expression) =>
        ElementEdits.ElementOf(expression) is { } element && (element is not ArgumentSyntax argument || IsOneOfMany(target, argument)) ? element : null;

    /// <summary>Whether all these expressions are elements of one list.</summary>
    public static bool AreTogether(FixTarget target, params SyntaxNode?[] expressions)
    {
        var lists = expressions.Select(expression => ElementOf(target, expression)?.Parent).Distinct().ToArray();
        return lists is [not null];
    }

    /// <summary>The call of a layer, by <c>Layers.</c> where another call is written so.</summary>
    /// <param name="name">The layer.</param>
    /// <param name="like">The other call.</param>
    /// <param name="arguments">The arguments.</param>
    public static ExpressionSyntax Call(string name, SyntaxNode? like, params ExpressionSyntax[] arguments)
    {
        var identifier = SyntaxFactory.IdentifierName(name);
        ExpressionSyntax called = like is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
            ? access.WithName(identifier).WithoutTrivia()
            : identifier;
        var commas = arguments.Skip(1).Select(_ => SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
        return SyntaxFactory.InvocationExpression(called, SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList(arguments.Select(SyntaxFactory.Argument), commas)));
    }

    private static bool IsOneOfMany(FixTarget target, ArgumentSyntax argument)
    {
        if (argument is not { NameColon: null, Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list })
            return false;

        // A call with an argument that does not compile still has one candidate.
        var info = target.Model.GetSymbolInfo(call, target.Cancellation);
        return (info.Symbol ?? (info.CandidateSymbols is [var only] ? only : null)) is IMethodSymbol { Parameters: [.., { IsParams: true }] parameters }
            && list.Arguments.IndexOf(argument) >= parameters.Length - 1;
    }
}
