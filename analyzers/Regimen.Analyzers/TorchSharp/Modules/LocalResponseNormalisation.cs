using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>Local response normalisation (Krizhevsky et al. 2012) brought nothing on a deeper network (Simonyan and Zisserman 2015) and costs memory and time.</summary>
internal sealed class LocalResponseNormalisation() : OperationRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6024", DiagnosticSeverity.Info,
        "Local response normalisation",
        "{0} costs time and memory and rarely helps; normalise over the batch, or leave it out");

    public override void Register(CompilationStartAnalysisContext context, TorchSharpSymbols symbols) => context.RegisterOperationAction(
        operation =>
        {
            var call = (IInvocationOperation)operation.Operation;
            if (symbols.IsModuleFactory(call.TargetMethod, "LocalResponseNorm") || symbols.IsFunctional(call.TargetMethod, "local_response_norm"))
                operation.ReportDiagnostic(Diagnostic.Create(Descriptor, ModuleView.NameOf(call).GetLocation(), call.TargetMethod.Name));
        },
        OperationKind.Invocation);
}
