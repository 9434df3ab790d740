using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Regimen.Compiler.Text;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>
/// The functions do not know of <c>eval()</c>. The <c>training</c> of most is true where it is not given; that of the alpha dropouts is false.
/// </summary>
internal sealed class ConstantDropout() : OperationRule(Descriptor, Never)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6022", DiagnosticSeverity.Warning,
        "Dropout that does not stop for evaluation",
        "{0} drops values in evaluation too, since its 'training' is {1}; {2}");

    private static readonly DiagnosticDescriptor Never = Rule(
        "REG6044", DiagnosticSeverity.Warning,
        "Dropout that never drops",
        "{0} drops nothing, since its 'training' is false by default; pass the module's own 'training'");

    public override void Register(CompilationStartAnalysisContext context, TorchSharpSymbols symbols) => context.RegisterOperationAction(
        operation =>
        {
            var call = (IInvocationOperation)operation.Operation;
            if (LayerNames.KindOf(call.TargetMethod.Name) != LayerKind.Dropout || operation.ContainingSymbol.IsStatic || !symbols.IsModule(operation.ContainingSymbol.ContainingType))
                return;

            // A new module is in training mode, and nobody will ever tell this one otherwise.
            if (operation.ContainingSymbol is IMethodSymbol { Name: "forward", IsOverride: true } && symbols.IsModuleFactory(call.TargetMethod, call.TargetMethod.Name)
                && !LayerMadeInForward.IsKept(call))
            {
                operation.ReportDiagnostic(Diagnostic.Create(
                    Descriptor, call.Syntax.GetLocation(), Quote.Call(call.Syntax.ToString(), call.TargetMethod.Name), "true when it is made", "make it once, in a field"));
                return;
            }

            if (!symbols.IsFunctional(call.TargetMethod, call.TargetMethod.Name) || call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "training") is not { } training)
                return;
            var isDefault = training.ArgumentKind == ArgumentKind.DefaultValue;
            if (training.Value.ConstantValue is { HasValue: true, Value: true })
            {
                // Who writes it in a method of another name samples on purpose (Monte-Carlo dropout). In 'forward' it is doubtful, but no fix may decide it.
                if (!isDefault && operation.ContainingSymbol is not IMethodSymbol { Name: "forward", IsOverride: true })
                    return;
                operation.ReportDiagnostic(Diagnostic.Create(
                    Descriptor, (isDefault ? call.Syntax : training.Syntax).GetLocation(), isDefault ? [call.Syntax.GetLocation()] : [],
                    call.TargetMethod.Name, isDefault ? "true by default" : "always true", "pass the module's own 'training'"));
            }
            else if (isDefault)
            {
                operation.ReportDiagnostic(Diagnostic.Create(Never, call.Syntax.GetLocation(), [call.Syntax.GetLocation()], call.TargetMethod.Name));
            }
        },
        OperationKind.Invocation);
}
