using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>A rule that reads all code of a type together: fields are set in one place and used in another.</summary>
public abstract class ModuleRule : TorchSharpAnalyzer
{
    /// <summary>What a type's code says is found out once for all rules.</summary>
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<ISymbol, ModuleView>> Views = new();

    private protected ModuleRule(params DiagnosticDescriptor[] rules) : base(rules)
    {
    }

    private protected sealed override void Register(CompilationStartAnalysisContext context, TorchSharpSymbols symbols) =>
        context.RegisterSymbolStartAction(
            start =>
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
                    var views = Views.GetValue(end.Compilation, _ => new(SymbolEqualityComparer.Default));
                    foreach (var diagnostic in Check(views.GetOrAdd(type, _ => new ModuleView(type, symbols, end.Compilation, blocks)), end.CancellationToken))
                        end.ReportDiagnostic(diagnostic);
                });
            },
            SymbolKind.NamedType);

    /// <summary>What it finds in a type.</summary>
    private protected abstract IEnumerable<Diagnostic> Check(ModuleView type, CancellationToken cancellation);

    /// <summary>A diagnostic of the rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="place">What is underlined.</param>
    /// <param name="other">The other thing that it is about, which a fix needs.</param>
    /// <param name="arguments">Of the message.</param>
    private protected static Diagnostic At(DiagnosticDescriptor rule, SyntaxNode place, SyntaxNode? other, params object[] arguments) =>
        Diagnostic.Create(rule, place.GetLocation(), other is null ? null : [other.GetLocation()], arguments);
}
