using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary><c>functional.dropout</c> does not know of <c>eval()</c>, and its <c>training</c> is true where it is not given.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConstantDropout() : TorchSharpAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6022", DiagnosticSeverity.Warning,
        "Dropout that does not stop for evaluation",
        "{0} drops values in evaluation too, since its 'training' is {1}; pass the module's own 'training'");

    private protected override void Register(CompilationStartAnalysisContext context, TorchSharpSymbols symbols) => context.RegisterOperationAction(
        operation =>
        {
            var call = (IInvocationOperation)operation.Operation;
            if (LayerCatalogue.KindOf(call.TargetMethod.Name) != LayerKind.Dropout || !symbols.IsFunctional(call.TargetMethod, call.TargetMethod.Name)
                || operation.ContainingSymbol.IsStatic || !symbols.IsModule(operation.ContainingSymbol.ContainingType))
            {
                return;
            }

            var training = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "training");
            if (training?.Value.ConstantValue is { HasValue: true, Value: true })
            {
                var isDefault = training.ArgumentKind == ArgumentKind.DefaultValue;
                operation.ReportDiagnostic(Diagnostic.Create(
                    Descriptor, (isDefault ? call.Syntax : training.Syntax).GetLocation(), [call.Syntax.GetLocation()], call.TargetMethod.Name, isDefault ? "true by default" : "always true"));
            }
        },
        OperationKind.Invocation);
}
