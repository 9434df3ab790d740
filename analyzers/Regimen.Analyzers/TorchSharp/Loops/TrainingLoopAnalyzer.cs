using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A rule over loops that train.</summary>
public abstract class TrainingLoopAnalyzer : TorchSharpAnalyzer
{
    private protected TrainingLoopAnalyzer(params DiagnosticDescriptor[] rules)
        : base(rules)
    {
    }

    private protected sealed override void Register(CompilationStartAnalysisContext context, TorchSharpSymbols symbols) =>
        context.RegisterOperationBlockAction(block =>
        {
            foreach (var loop in TrainingLoop.In(block.OperationBlocks, symbols))
            {
                foreach (var diagnostic in Check(loop, block.Compilation, block.CancellationToken))
                    block.ReportDiagnostic(diagnostic);
            }
        });

    /// <summary>What the rule has to say of a loop.</summary>
    private protected abstract IEnumerable<Diagnostic> Check(TrainingLoop loop, Compilation compilation, CancellationToken cancellation);
}
