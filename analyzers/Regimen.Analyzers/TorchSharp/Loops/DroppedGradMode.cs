using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary><c>torch.no_grad()</c> whose result is thrown away, so that nothing switches gradients on again.</summary>
internal sealed class DroppedGradMode() : OperationRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6029", DiagnosticSeverity.Warning,
        "Gradients switched off for good",
        "Nothing disposes what '{0}' returns, so gradients stay off on this thread from here on; hold it with 'using'");

    public override void Register(CompilationStartAnalysisContext context, TorchSharpSymbols symbols) => context.RegisterOperationAction(
        operation =>
        {
            var call = (IInvocationOperation)operation.Operation;
            if (symbols.IsGradOff(call) && DroppedGuards.IsDropped(call))
                operation.ReportDiagnostic(Diagnostic.Create(Descriptor, call.Syntax.GetLocation(), call.Syntax));
        },
        OperationKind.Invocation);
}
