using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>Whether something frees a tensor at the end of a pass: a scope that is open where it is made, or the pass as a whole.</summary>
internal static class ScopeCover
{
    /// <summary>Whether a scope that is opened inside the body is open where the operation runs.</summary>
    public static bool Covers(TorchSharpSymbols symbols, IOperation operation, IOperation body)
    {
        for (var (child, parent) = (operation, operation.Parent); parent is not null && child != body; (child, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case IUsingOperation scope when child == scope.Body && IsScope(symbols, scope.Resources):
                case IBlockOperation block when block.Operations.TakeWhile(before => before != child).Any(before => Opens(symbols, before)):
                    return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a pass empties a scope from outside of the loop, puts a new one in its place, or calls the garbage collector, be it now and then.
    /// </summary>
    public static bool IsEmptiedIn(TrainingLoop loop) => loop.Descendants.Any(operation => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "Collect", ContainingType.Name: "GC" } } => true,
        IInvocationOperation { TargetMethod.ContainingType.Name: "DisposeScope" } call when loop.Symbols.IsTorchSharp(call.TargetMethod) => !Subject.IsDeclaredIn(Subject.Of(call.Instance), loop.Loop),
        ISimpleAssignmentOperation assignment => Subject.Unwrapped(assignment.Value) is IInvocationOperation made && loop.Symbols.IsNewScope(made) && !Subject.IsDeclaredIn(Subject.Of(assignment.Target), loop.Loop),
        _ => false,
    }) || loop.CallsThatName(0, int.MaxValue, "DisposeEverything", "DisposeEverythingBut", "Collect");

    /// <summary>Whether a statement opens a scope for those behind it: with <c>using</c>, or in a variable that is disposed by hand.</summary>
    private static bool Opens(TorchSharpSymbols symbols, IOperation statement) => statement switch
    {
        IUsingDeclarationOperation scope => IsScope(symbols, scope.DeclarationGroup),
        IVariableDeclarationGroupOperation or IExpressionStatementOperation => statement.Descendants().OfType<IInvocationOperation>().Any(call => symbols.IsNewScope(call) && !call.IsConditional(statement)),
        _ => false,
    };

    /// <summary>Whether it is a scope of TorchSharp, or a class of the user's that is called so.</summary>
    private static bool IsScope(TorchSharpSymbols symbols, IOperation resources) => resources.DescendantsAndSelf().Any(resource =>
        (resource is IInvocationOperation call && symbols.IsNewScope(call)) || resource.Type?.Name.IndexOf("Scope", StringComparison.OrdinalIgnoreCase) >= 0);
}
