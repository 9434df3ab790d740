using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A tensor returned out of the scope that disposes it.</summary>
internal sealed class ReturnedFromScope() : OperationRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6031", DiagnosticSeverity.Warning,
        "Disposed tensor returned",
        "The dispose scope around '{0}' disposes it before the caller gets it; return '{1}.MoveToOuterDisposeScope()'");

    public override void Register(CompilationStartAnalysisContext context, TorchSharpSymbols symbols) => context.RegisterOperationAction(
        operation =>
        {
            var exit = (IReturnOperation)operation.Operation;
            if (exit.Kind != OperationKind.Return || exit.ReturnedValue is not { } value || !symbols.IsTensor(value.Type) || TensorScopes.Innermost(symbols, exit) is not { } scope || !TensorScopes.Holds(symbols, scope, value, exit))
                return;
            var text = Subject.Unwrapped(value).Syntax.ToString();
            var receiver = Subject.Unwrapped(value) is IBinaryOperation or IUnaryOperation ? $"({text})" : text;
            operation.ReportDiagnostic(Diagnostic.Create(Descriptor, value.Syntax.GetLocation(), text, receiver));
        },
        OperationKind.Return);
}
