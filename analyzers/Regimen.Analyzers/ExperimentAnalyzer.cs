using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Regimen.Compiler;
using Regimen.Compiler.Diagnostics;
using Regimen.Compiler.Parsing;

namespace Regimen.Analyzers;

/// <summary>Says what is wrong with a class marked <c>[Experiment]</c>. Whatever makes the generator decline is explained here, by the same code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExperimentAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(ExperimentParser.ExperimentAttribute) is { } marker)
                start.RegisterSymbolAction(symbol => Analyze(symbol, marker), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol marker)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.GetAttributes().Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, marker)))
            return;

        var result = ExperimentParser.Parse(type, context.Compilation, context.CancellationToken);
        foreach (var finding in result.Findings)
            context.ReportDiagnostic(finding.ToDiagnostic());
        foreach (var finding in LaterFindings(result))
            context.ReportDiagnostic(finding.ToDiagnostic());
    }

    /// <summary>What the stages after the parser find, which know layers but no positions.</summary>
    private static IEnumerable<Finding> LaterFindings(ParseResult result) => result.Spec is null
        ? []
        : ExperimentCompiler.Check(result.Spec).Select(problem => LayerFindings.At(problem.RuleId, problem.LayerIndex, problem.Arguments, result.LayerLocations));
}
