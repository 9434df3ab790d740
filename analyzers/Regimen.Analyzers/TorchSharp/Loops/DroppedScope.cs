using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary><c>torch.NewDisposeScope()</c> whose result is thrown away: the scope holds every tensor from there on and never lets go.</summary>
internal sealed class DroppedScope() : OperationRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6030", DiagnosticSeverity.Warning,
        "Dispose scope never disposed",
        "Nothing disposes the scope of '{0}', so it holds every tensor that this thread makes from here on; hold it with 'using'");

    public override void Register(CompilationStartAnalysisContext context, TorchSharpSymbols symbols) => context.RegisterOperationAction(
        operation =>
        {
            var call = (IInvocationOperation)operation.Operation;
            if (symbols.IsNewScope(call) && DroppedGuards.IsDropped(call))
                operation.ReportDiagnostic(Diagnostic.Create(Descriptor, call.Syntax.GetLocation(), call.Syntax));
        },
        OperationKind.Invocation);
}
