using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A tensor returned out of the scope that disposes it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReturnedFromScope() : TorchSharpAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6031", DiagnosticSeverity.Warning,
        "Disposed tensor returned",
        "The dispose scope around '{0}' disposes it before the caller gets it; return '{1}.MoveToOuterDisposeScope()'");

    private protected override void Register(CompilationStartAnalysisContext context, TorchSharpSymbols symbols) => context.RegisterOperationAction(
        operation =>
        {
            var exit = (IReturnOperation)operation.Operation;
            if (exit.Kind != OperationKind.Return || exit.ReturnedValue is not { } value || !symbols.IsTensor(value.Type) || TensorScopes.Innermost(symbols, exit) is not { } scope || !IsMade(symbols, value, exit, scope))
                return;
            var text = Subject.Unwrapped(value).Syntax.ToString();
            var receiver = Subject.Unwrapped(value) is IBinaryOperation or IUnaryOperation ? $"({text})" : text;
            operation.ReportDiagnostic(Diagnostic.Create(Descriptor, value.Syntax.GetLocation(), text, receiver));
        },
        OperationKind.Return);

    /// <summary>Whether the tensor is made inside the scope and nothing takes it out.</summary>
    private static bool IsMade(TorchSharpSymbols symbols, IOperation value, IOperation exit, IOperation scope)
    {
        var made = Subject.Unwrapped(value);
        if (made is not ILocalReferenceOperation { Local: var local })
            return TensorScopes.IsFresh(symbols, made);
        var root = exit.Root();
        if (!local.DeclaringSyntaxReferences.Any(reference => reference.Span.Start > scope.Syntax.SpanStart)
            || Subject.InitialValue(root, local) is not { } initial || !TensorScopes.IsFresh(symbols, initial))
        {
            return false;
        }

        return Subject.References(root, local).All(reference => Subject.Consumer(reference) switch
        {
            IAssignmentOperation assignment when assignment.Target == reference => assignment is ICompoundAssignmentOperation || TensorScopes.IsFresh(symbols, Subject.Unwrapped(assignment.Value)),
            IInvocationOperation call => !TensorScopes.TakesOut(call.TargetMethod),
            IArgumentOperation { Parent: IInvocationOperation call } => symbols.IsTorchSharp(call.TargetMethod) && !TensorScopes.TakesOut(call.TargetMethod),
            IBinaryOperation or IReturnOperation or IMemberReferenceOperation => true,
            IArgumentOperation { Parent: IPropertyReferenceOperation } => true,
            _ => false,
        });
    }
}
