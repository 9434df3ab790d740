using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Regimen.Analyzers.TorchSharp;

/// <summary>Code that a test runs to see it fail: <c>Assert.Throws(() => randn(1).cuda())</c>. What is wrong with it is the point of it.</summary>
internal static class ExpectedFailure
{
    /// <summary>Whether the place is in a lambda or a local function that is expected to throw.</summary>
    public static bool Holds(Location place, CancellationToken cancellation)
    {
        if (place.SourceTree is not { } tree)
            return false;
        foreach (var around in tree.GetRoot(cancellation).FindNode(place.SourceSpan).AncestorsAndSelf())
        {
            switch (around)
            {
                case LambdaExpressionSyntax or AnonymousMethodExpressionSyntax when IsExpected((ExpressionSyntax)around):
                case LocalFunctionStatementSyntax function when IsNamedInExpectation(function, function.Identifier.ValueText):
                    return true;
            }
        }

        return false;
    }

    private static bool IsExpected(ExpressionSyntax function)
    {
        var at = function.Parent;
        while (at is ParenthesizedExpressionSyntax or CastExpressionSyntax)
            at = at.Parent;
        return at switch
        {
            ArgumentSyntax { Parent.Parent: ExpressionSyntax call } => IsExpectation(call),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax local } => IsNamedInExpectation(local, local.Identifier.ValueText),
            _ => false,
        };
    }

    /// <summary>Whether the member around it calls something with or on this name that expects an exception: <c>Assert.Throws(act)</c>, <c>act.Should().Throw()</c>.</summary>
    private static bool IsNamedInExpectation(SyntaxNode declaration, string name) => declaration.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault()?.DescendantNodes()
        .OfType<IdentifierNameSyntax>()
        .Any(use => use.Identifier.ValueText == name && use.Parent switch
        {
            ArgumentSyntax { Parent.Parent: ExpressionSyntax call } => IsExpectation(call),
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } => IsExpectation(call),
            _ => false,
        }) == true;

    /// <summary>Whether a call, or one that is made on its result, names an exception or a throw; so may one of its arguments: <c>Assert.That(act, Throws.Exception)</c>.</summary>
    private static bool IsExpectation(ExpressionSyntax call)
    {
        for (var at = call; ; )
        {
            if (at is InvocationExpressionSyntax invocation && (Names(invocation.Expression) || invocation.ArgumentList.Arguments.Any(argument => argument.Expression is not AnonymousFunctionExpressionSyntax && Says(argument.ToString()))))
                return true;
            if (at.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next })
                return false;
            at = next;
        }
    }

    private static bool Names(ExpressionSyntax called) => Says((called is MemberAccessExpressionSyntax access ? access.Name : called).ToString());

    private static bool Says(string text) => text.Contains("Throw") || text.Contains("Exception") || text.StartsWith("Catch", StringComparison.Ordinal);
}
