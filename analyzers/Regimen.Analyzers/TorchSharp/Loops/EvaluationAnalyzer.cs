using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A rule over code that measures a module.</summary>
public abstract class EvaluationAnalyzer : TorchSharpAnalyzer
{
    private protected EvaluationAnalyzer(params DiagnosticDescriptor[] rules)
        : base(rules)
    {
    }

    private protected sealed override void Register(CompilationStartAnalysisContext context, TorchSharpSymbols symbols) =>
        context.RegisterOperationBlockAction(block =>
        {
            if (block.OwningSymbol is not IMethodSymbol method)
                return;
            var found = Evaluation.BehindTraining(block.OperationBlocks, symbols);
            if (Evaluation.Method(method, block.OperationBlocks, symbols) is { } whole)
                found = found.Append(whole);
            foreach (var evaluation in found)
            {
                if (Check(evaluation, method, symbols, block.Compilation, block.CancellationToken) is { } diagnostic)
                    block.ReportDiagnostic(diagnostic);
            }
        });

    /// <summary>What the rule has to say of it.</summary>
    private protected abstract Diagnostic? Check(Evaluation evaluation, IMethodSymbol method, TorchSharpSymbols symbols, Compilation compilation, CancellationToken cancellation);
}
