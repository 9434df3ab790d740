using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Regimen.Analyzers.TorchSharp.Loops;
using Regimen.Analyzers.TorchSharp.Modules;

namespace Regimen.Analyzers.TorchSharp;

/// <summary>
/// Says what is wrong with hand-written TorchSharp code. It needs nothing of Regimen but this assembly, and does nothing in a project that does
/// not reference TorchSharp. All rules are in one analyzer, so that a type, a loop or an evaluation is read once for all of them.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TorchSharpAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<ModuleRule> ModuleRules = [.. TorchSharpRules.All.OfType<ModuleRule>()];
    private static readonly ImmutableArray<TrainingLoopRule> LoopRules = [.. TorchSharpRules.All.OfType<TrainingLoopRule>()];
    private static readonly ImmutableArray<EvaluationRule> EvaluationRules = [.. TorchSharpRules.All.OfType<EvaluationRule>()];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. TorchSharpRules.All.SelectMany(rule => rule.Descriptors).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (TorchSharpSymbols.Find(start.Compilation) is not { } symbols)
                return;
            start.RegisterSymbolStartAction(type => ReadType(type, symbols), SymbolKind.NamedType);
            start.RegisterOperationBlockAction(block => ReadBody(block, symbols));
            foreach (var rule in TorchSharpRules.All.OfType<OperationRule>())
                rule.Register(start, symbols);
        });
    }

    private static void ReadType(SymbolStartAnalysisContext start, TorchSharpSymbols symbols)
    {
        var type = (INamedTypeSymbol)start.Symbol;
        var blocks = new ConcurrentBag<(ISymbol, IOperation)>();
        start.RegisterOperationBlockAction(block =>
        {
            // Code of nested types comes with them.
            if (!SymbolEqualityComparer.Default.Equals(block.OwningSymbol.ContainingType, type))
                return;
            foreach (var body in block.OperationBlocks)
                blocks.Add((block.OwningSymbol, body));
        });
        start.RegisterSymbolEndAction(end =>
        {
            if (blocks.IsEmpty && !symbols.IsModule(type))
                return;
            var view = new ModuleView(type, symbols, end.Compilation, blocks);
            foreach (var diagnostic in ModuleRules.SelectMany(rule => rule.Check(view, end.CancellationToken)))
                end.ReportDiagnostic(diagnostic);
        });
    }

    private static void ReadBody(OperationBlockAnalysisContext block, TorchSharpSymbols symbols)
    {
        foreach (var loop in TrainingLoop.In(block.OperationBlocks, symbols))
        {
            foreach (var diagnostic in LoopRules.SelectMany(rule => rule.Check(loop, block.Compilation, block.CancellationToken)))
                block.ReportDiagnostic(diagnostic);
        }

        foreach (var (method, root) in Functions(block))
        {
            foreach (var evaluation in Evaluation.In(method, root, symbols))
            {
                foreach (var rule in EvaluationRules)
                {
                    if (rule.Check(evaluation, method, symbols, block.Compilation, block.CancellationToken) is { } diagnostic)
                        block.ReportDiagnostic(diagnostic);
                }
            }
        }
    }

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
