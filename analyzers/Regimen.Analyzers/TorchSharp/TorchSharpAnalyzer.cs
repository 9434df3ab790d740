using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.TorchSharp;

/// <summary>
/// A rule over hand-written TorchSharp code. It needs nothing of Regimen but this assembly, and does nothing in a project that does not
/// reference TorchSharp. A rule stands in its own file with its descriptor; nothing lists them.
/// </summary>
public abstract class TorchSharpAnalyzer : DiagnosticAnalyzer
{
    private protected TorchSharpAnalyzer(params DiagnosticDescriptor[] rules) => SupportedDiagnostics = [.. rules];

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (TorchSharpSymbols.Find(start.Compilation) is { } symbols)
                Register(start, symbols);
        });
    }

    /// <summary>Registers the rule's actions in a project that references TorchSharp.</summary>
    private protected abstract void Register(CompilationStartAnalysisContext context, TorchSharpSymbols symbols);

    /// <summary>The descriptor of a rule of this range.</summary>
    private protected static DiagnosticDescriptor Rule(string id, DiagnosticSeverity severity, string title, string message) =>
        RuleDescriptor.Create(id, RuleCategory.TorchSharp, severity, title, message);
}
