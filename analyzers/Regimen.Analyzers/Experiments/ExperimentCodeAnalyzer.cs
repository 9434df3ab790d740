using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Regimen.Analyzers.Experiments;

/// <summary>
/// Rules over the C# of an experiment, for what its declaration does not show: code that does not compile, or that has no part in the
/// network. Does nothing in a project without Regimen. Nothing lists the analyzers.
/// </summary>
public abstract class ExperimentCodeAnalyzer : DiagnosticAnalyzer
{
    private protected ExperimentCodeAnalyzer(IEnumerable<DiagnosticDescriptor> rules) => SupportedDiagnostics = [.. rules];

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (ExperimentMarker.Find(start.Compilation) is { } marker)
                Register(start, marker);
        });
    }

    /// <summary>Registers the actions in a project that has the attribute.</summary>
    private protected abstract void Register(CompilationStartAnalysisContext context, ExperimentMarker marker);
}
