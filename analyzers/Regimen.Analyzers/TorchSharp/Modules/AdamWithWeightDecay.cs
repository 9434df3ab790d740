using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>Adam adds the weight decay to the gradient and then divides it by the gradient's size (Loshchilov and Hutter 2019).</summary>
internal sealed class AdamWithWeightDecay() : OperationRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6025", DiagnosticSeverity.Warning,
        "Adam with weight decay",
        "Adam divides its weight decay by the size of the gradients, so it decays unevenly; use AdamW");

    public override void Register(CompilationStartAnalysisContext context, TorchSharpSymbols symbols) => context.RegisterOperationAction(
        operation =>
        {
            if (OptimizerCall.From(operation.Operation, symbols) is { Name: "Adam", WeightDecay: not null } optimizer)
                operation.ReportDiagnostic(Diagnostic.Create(Descriptor, optimizer.Place.GetLocation()));
        },
        OperationKind.Invocation, OperationKind.ObjectCreation);
}
