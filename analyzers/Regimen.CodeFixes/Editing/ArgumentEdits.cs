using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.CodeFixes.Editing;

/// <summary>Edits of the arguments of a call.</summary>
internal static class ArgumentEdits
{
    /// <summary>Sets the argument of a parameter, by name where it was not given.</summary>
    /// <returns>The changed root; null where the node is no call or its method has no such parameter.</returns>
    public static SyntaxNode? Set(FixTarget target, SyntaxNode node, string parameter, ExpressionSyntax value)
    {
        if (Arguments(node) is not { } list || target.Model.GetSymbolInfo(node, target.Cancellation).Symbol is not IMethodSymbol method
            || method.Parameters.All(candidate => candidate.Name != parameter))
        {
            return null;
        }

        if (Given(target, node, parameter) is { } given)
            return target.Root.ReplaceNode(given.Expression, value.WithTriviaFrom(given.Expression));

        var added = SyntaxFactory.Argument(
            SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(parameter)).WithTrailingTrivia(SyntaxFactory.Space),
            default,
            value);
        var changed = list.Arguments.Count == 0
            ? list.AddArguments(added)
            : list.WithArguments(SyntaxFactory.SeparatedList(
                list.Arguments.Add(added),
                [.. list.Arguments.GetSeparators(), SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)]));
        return target.Root.ReplaceNode(list, changed);
    }

    /// <summary>The argument written for a parameter; null where its default stands.</summary>
    public static ArgumentSyntax? Given(FixTarget target, SyntaxNode node, string parameter)
    {
        var arguments = target.Model.GetOperation(node, target.Cancellation) switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        return arguments.FirstOrDefault(argument => argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter?.Name == parameter)?.Syntax as ArgumentSyntax;
    }

    private static ArgumentListSyntax? Arguments(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => call.ArgumentList,
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
        _ => null,
    };
}
