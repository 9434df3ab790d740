using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Regimen.Analyzers.TorchSharp.Loops;
using Regimen.Analyzers.TorchSharp.Modules;

namespace Regimen.Analyzers.TorchSharp;

/// <summary>
/// Says what is wrong with hand-written TorchSharp code. It needs nothing of Regimen but this assembly, and does nothing in a project that does
/// not reference TorchSharp. All rules are in one analyzer, so that a type, a loop or an evaluation is read once for all of them; a type whose text
/// names nothing that any rule looks for is not read at all.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TorchSharpAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<ModuleRule> ModuleRules = [.. TorchSharpRules.All.OfType<ModuleRule>()];
    private static readonly ImmutableArray<BodyRule> BodyRules = [.. TorchSharpRules.All.OfType<BodyRule>()];
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
            if (TorchSharpSymbols.Find(start.Compilation) is { } symbols)
                start.RegisterSymbolStartAction(type => Read(type, symbols), SymbolKind.NamedType);
        });
    }

    private static void Read(SymbolStartAnalysisContext start, TorchSharpSymbols symbols)
    {
        var type = (INamedTypeSymbol)start.Symbol;
        var isModule = symbols.IsModule(type);
        var words = type.DeclaringSyntaxReferences.Aggregate(Words.None, (all, part) => all | WordsIn(part.SyntaxTree, part.Span, start.Compilation, start.CancellationToken));
        if (!TorchSharpRules.All.Any(rule => rule.MayApply(words, isModule)))
            return;
        var bodies = new ConcurrentBag<CodeBody>();
        start.RegisterOperationBlockAction(block =>
        {
            // Code of nested types comes with them.
            if (!SymbolEqualityComparer.Default.Equals(NamedTypeOf(block.OwningSymbol), type))
                return;
            foreach (var root in block.OperationBlocks)
                bodies.Add(new CodeBody(block.OwningSymbol, root, WordsIn(root.Syntax.SyntaxTree, root.Syntax.Span, block.Compilation, block.CancellationToken), symbols, block.Compilation));
        });
        start.RegisterSymbolEndAction(end =>
        {
            foreach (var diagnostic in Check(type, words, isModule, bodies, symbols, end.Compilation, end.CancellationToken))
            {
                if (!ExpectedFailure.Holds(diagnostic.Location, end.CancellationToken))
                    end.ReportDiagnostic(diagnostic);
            }
        });
    }

    private static IEnumerable<Diagnostic> Check(
        INamedTypeSymbol type, Words words, bool isModule, IReadOnlyCollection<CodeBody> bodies, TorchSharpSymbols symbols, Compilation compilation, CancellationToken cancellation)
    {
        var ofType = ModuleRules.Where(rule => rule.MayApply(words, isModule)).ToArray();
        if (ofType.Length > 0 && (bodies.Count > 0 || isModule))
        {
            var view = new ModuleView(type, symbols, compilation, bodies);
            foreach (var diagnostic in ofType.SelectMany(rule => rule.Check(view, cancellation)))
                yield return diagnostic;
        }

        foreach (var body in bodies)
        {
            foreach (var diagnostic in BodyRules.Where(rule => rule.MayApply(body.Words, isModule)).SelectMany(rule => rule.Check(body, cancellation)))
                yield return diagnostic;
            foreach (var diagnostic in CheckLoops(body, isModule, cancellation).Concat(CheckEvaluations(body, isModule, cancellation)))
                yield return diagnostic;
        }
    }

    private static IEnumerable<Diagnostic> CheckLoops(CodeBody body, bool isModule, CancellationToken cancellation)
    {
        var rules = LoopRules.Where(rule => rule.MayApply(body.Words, isModule)).ToArray();
        if (rules.Length == 0)
            return [];
        var loops = TrainingLoops.In(body, cancellation);
        return rules.SelectMany(rule => (rule.IsOfPass ? loops.Passes : loops.Innermost).SelectMany(loop => rule.Check(loop, body.Compilation, cancellation)));
    }

    private static IEnumerable<Diagnostic> CheckEvaluations(CodeBody body, bool isModule, CancellationToken cancellation)
    {
        var rules = EvaluationRules.Where(rule => rule.MayApply(body.Words, isModule)).ToArray();
        if (rules.Length == 0)
            yield break;
        foreach (var (method, root) in body.Functions)
        {
            foreach (var evaluation in Evaluation.In(method, root, body.Symbols))
            {
                foreach (var rule in rules)
                {
                    if (rule.Check(evaluation, method, body.Symbols, body.Compilation, cancellation) is { } diagnostic)
                        yield return diagnostic;
                }
            }
        }
    }

    private static Words WordsIn(SyntaxTree tree, Microsoft.CodeAnalysis.Text.TextSpan span, Compilation compilation, CancellationToken cancellation)
    {
        var file = FileWords.Of(tree, cancellation);
        var words = file.In(span);
        return TrainingMethods.Of(compilation, cancellation).AreNamedIn(file, span) ? words | Words.TrainingMethod : words;
    }

    /// <summary>The type of a member; of one in a block of extensions, which has no name, the class around it.</summary>
    private static INamedTypeSymbol? NamedTypeOf(ISymbol member)
    {
        var type = member.ContainingType;
        while (type is { Name.Length: 0, ContainingType: { } around })
            type = around;
        return type;
    }
}
