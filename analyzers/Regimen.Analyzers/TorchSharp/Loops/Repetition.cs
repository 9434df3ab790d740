using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>Code that runs for every element: the body of a loop, or a lambda that is given to <c>ForEach</c> and its kin.</summary>
/// <param name="Whole">The loop, or the call.</param>
/// <param name="Body">What is repeated.</param>
internal sealed record Repetition(IOperation Whole, IOperation Body)
{
    /// <summary>The keyword, or the name of the method, to underline.</summary>
    public Location Keyword => Whole.Syntax switch
    {
        ForStatementSyntax loop => loop.ForKeyword.GetLocation(),
        CommonForEachStatementSyntax loop => loop.ForEachKeyword.GetLocation(),
        WhileStatementSyntax loop => loop.WhileKeyword.GetLocation(),
        DoStatementSyntax loop => loop.DoKeyword.GetLocation(),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.GetLocation(),
        var other => other.GetFirstToken().GetLocation(),
    };

    /// <summary>Those around this one, inner ones first, in the same function.</summary>
    public IEnumerable<Repetition> Outer
    {
        get
        {
            for (var outer = Around(Whole); outer is not null; outer = Around(outer.Whole))
            {
                if (IsInOtherFunction(Whole, outer))
                    yield break;
                yield return outer;
            }
        }
    }

    /// <summary>The innermost one around the operation, from inside other lambdas too.</summary>
    public static Repetition? Around(IOperation operation)
    {
        for (var (child, parent) = (operation, operation.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case ILoopOperation loop:
                    return new(loop, loop.Body);
                case IAnonymousFunctionOperation function when Iteration(function) is { } call:
                    return new(call, function.Body);
            }
        }

        return null;
    }

    /// <summary>What the operation itself repeats; null where it repeats nothing.</summary>
    public static Repetition? Of(IOperation operation) => operation switch
    {
        ILoopOperation loop => new(loop, loop.Body),
        IAnonymousFunctionOperation function when Iteration(function) is { } call => new(call, function.Body),
        _ => null,
    };

    /// <summary>Whether a function that is no repetition stands between the two.</summary>
    private static bool IsInOtherFunction(IOperation inner, Repetition outer)
    {
        for (var parent = inner.Parent; parent is not null && parent != outer.Body; parent = parent.Parent)
        {
            if (parent is ILocalFunctionOperation || (parent is IAnonymousFunctionOperation function && Iteration(function) is null))
                return true;
        }

        return false;
    }

    /// <summary>The call that runs a lambda for every element; null where it is given to anything else.</summary>
    private static IInvocationOperation? Iteration(IAnonymousFunctionOperation function)
    {
        IOperation? at = function.Parent;
        while (at is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
            at = at.Parent;
        return at is IArgumentOperation { Parent: IInvocationOperation call } && Iterates(call.TargetMethod) ? call : null;
    }

    private static bool Iterates(IMethodSymbol method) => method.Name is "ForEach" or "ForEachAsync"
        || method is { Name: "For", ContainingType.Name: "Parallel" }
        || method is { ContainingType.Name: "Enumerable" or "ParallelEnumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } };
}
