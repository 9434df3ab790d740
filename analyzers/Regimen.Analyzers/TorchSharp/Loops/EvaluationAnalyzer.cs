using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

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
            foreach (var (method, root) in Functions(block))
            {
                var found = Evaluation.BehindTraining(root, symbols);
                if (Evaluation.Method(method, root, symbols) is { } whole)
                    found = found.Append(whole);
                foreach (var evaluation in found)
                {
                    if (Check(evaluation, method, symbols, block.Compilation, block.CancellationToken) is { } diagnostic)
                        block.ReportDiagnostic(diagnostic);
                }
            }
        });

    /// <summary>What the rule has to say of it.</summary>
    private protected abstract Diagnostic? Check(Evaluation evaluation, IMethodSymbol method, TorchSharpSymbols symbols, Compilation compilation, CancellationToken cancellation);

    /// <summary>The method, and the local functions in it, which are all the methods that top-level statements have.</summary>
    private static IEnumerable<(IMethodSymbol Method, IOperation Body)> Functions(OperationBlockAnalysisContext block)
    {
        foreach (var root in block.OperationBlocks.Where(root => root is IBlockOperation or IMethodBodyOperation))
        {
            if (block.OwningSymbol is IMethodSymbol method)
                yield return (method, root);
            foreach (var local in root.Descendants().OfType<ILocalFunctionOperation>())
            {
                if (local.Body is { } body)
                    yield return (local.Symbol, body);
            }
        }
    }
}
