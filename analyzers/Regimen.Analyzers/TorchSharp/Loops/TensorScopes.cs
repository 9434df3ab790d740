using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>Which tensors a dispose scope disposes.</summary>
internal static class TensorScopes
{
    /// <summary>Calls that may give the tensor itself back, which an outer scope can own.</summary>
    private static readonly ImmutableHashSet<string> MayReturnSame = ["to", "to_type", "cpu", "cuda", "mps", "contiguous", "alias", "half", "float", "double", "set_requires_grad", "requires_grad_"];

    /// <summary>The innermost dispose scope around the operation in the same function.</summary>
    public static IOperation? Innermost(TorchSharpSymbols symbols, IOperation operation)
    {
        for (var (child, parent) = (operation, operation.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return null;
                case IUsingOperation scope when child == scope.Body && Opens(symbols, scope.Resources):
                    return scope.Resources;
                case IBlockOperation block:
                    var before = block.Operations.TakeWhile(sibling => sibling != child).OfType<IUsingDeclarationOperation>().LastOrDefault(scope => Opens(symbols, scope));
                    if (before is not null)
                        return before;
                    break;
            }
        }

        return null;
    }

    /// <summary>Whether the method takes a tensor out of its scope, or disposes it.</summary>
    public static bool TakesOut(IMethodSymbol method) => method.ContainingType.Name.Contains("Scope") || method.Name.Contains("Scope") || method.Name == "Dispose";

    /// <summary>Whether the operation makes a tensor, which then belongs to the scope.</summary>
    public static bool IsFresh(TorchSharpSymbols symbols, IOperation operation) => symbols.IsTensor(operation.Type) && operation switch
    {
        IBinaryOperation binary => binary.OperatorMethod is not null,
        IInvocationOperation call => (symbols.IsModuleCall(call) && !Detaches(call.Instance?.Type))
            || ((symbols.IsTensor(call.TargetMethod.ContainingType)
                    || SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, symbols.Torch)
                    || SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, symbols.Functional))
                && !TakesOut(call.TargetMethod) && !call.TargetMethod.Name.EndsWith("_", StringComparison.Ordinal) && !MayReturnSame.Contains(call.TargetMethod.Name)),
        _ => false,
    };

    /// <summary>What a scope is around.</summary>
    public static IOperation BodyOf(IOperation scope) => scope.Parent is IUsingOperation whole ? whole.Body : scope.Parent!;

    /// <summary>Whether the tensor is made inside the scope and nothing takes it out.</summary>
    /// <param name="symbols">TorchSharp's types.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="value">The tensor.</param>
    /// <param name="end">What gets the tensor in the end: a return, or a call.</param>
    public static bool Holds(TorchSharpSymbols symbols, IOperation scope, IOperation value, IOperation end)
    {
        var made = Subject.Unwrapped(value);
        if (made is not ILocalReferenceOperation { Local: var local })
            return IsFresh(symbols, made);
        var root = end.Root();
        if (!local.DeclaringSyntaxReferences.Any(reference => reference.Span.Start > scope.Syntax.SpanStart) || Subject.InitialValue(root, local) is not { } initial || !IsFresh(symbols, initial))
            return false;

        return Subject.References(root, local).All(reference => reference.IsWritten() || Subject.Consumer(reference) switch
        {
            IAssignmentOperation assignment when assignment.Target == reference => assignment is ICompoundAssignmentOperation || IsFresh(symbols, Subject.Unwrapped(assignment.Value)),
            IInvocationOperation call => !TakesOut(call.TargetMethod),
            IArgumentOperation { Parent: IInvocationOperation call } => call == end || (symbols.IsTorchSharp(call.TargetMethod) && !TakesOut(call.TargetMethod)),
            IArgumentOperation { Parent: IPropertyReferenceOperation } => true,
            IBinaryOperation or IReturnOperation or IMemberReferenceOperation or IInterpolationOperation or IConversionOperation => true,
            _ => false,
        });
    }

    /// <summary>Whether <c>forward</c> of a module of the project takes tensors out of all scopes.</summary>
    private static bool Detaches(ITypeSymbol? module) =>
        module?.GetMembers("forward").OfType<IMethodSymbol>().Any(forward => Mentions.InMethod(forward, "DetachFromDisposeScope", "Detach", "MoveToOtherDisposeScope")) == true;

    private static bool Opens(TorchSharpSymbols symbols, IOperation resources) =>
        resources.DescendantsAndSelf().OfType<IInvocationOperation>().Any(symbols.IsNewScope);
}
