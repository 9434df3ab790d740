using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>Objects whose disposal ends what their creation began.</summary>
internal static class DroppedGuards
{
    /// <summary>Whether nothing can dispose what the call returns: it is thrown away, or held by a local that is only looked at.</summary>
    public static bool IsDropped(IInvocationOperation call) => Subject.Consumer(call) switch
    {
        IExpressionStatementOperation => true,
        ISimpleAssignmentOperation { Target: IDiscardOperation, Parent: IExpressionStatementOperation } => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local, Parent.Parent: IVariableDeclarationGroupOperation { Parent: not (IUsingDeclarationOperation or IUsingOperation) } } }
            => !Subject.References(call.Root(), local).Any(),
        _ => false,
    };
}
