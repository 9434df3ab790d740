using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Regimen.Analyzers.Experiments;
using Regimen.Compiler.Diagnostics;
using Regimen.Compiler.Parsing;

namespace Regimen.Analyzers;

/// <summary>
/// Says what is wrong with a class marked <c>[Experiment]</c>. Whatever makes the generator decline is explained here, by the same code; what
/// would not train well is told by <see cref="ExperimentRules"/>, also beside an error.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExperimentAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. Rules.All.Concat(ExperimentRules.All.Select(rule => rule.Descriptor)).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (ExperimentMarker.Find(start.Compilation) is { } marker)
                start.RegisterSymbolAction(symbol => Analyze(symbol, marker), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ExperimentMarker marker)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!marker.IsOn(type))
            return;

        var parsed = ExperimentParser.Parse(type, context.Compilation, context.CancellationToken);
        foreach (var finding in parsed.Findings)
            context.ReportDiagnostic(finding.ToDiagnostic());
        if (parsed.Draft is null)
            return;

        var experiment = new ExperimentView(type, parsed);
        foreach (var problem in experiment.Problems)
            context.ReportDiagnostic(LayerFindings.At(problem.RuleId, problem.LayerIndex, problem.Arguments, parsed.LayerLocations).ToDiagnostic());

        // Of an attribute with an error, nobody knows what was meant.
        var wrong = parsed.Attributes.Where(attribute => attribute.HasErrors).Select(attribute => attribute.Location).ToArray();

        // A helper such as Block(32) that is called twice makes two layers at one place.
        var told = new HashSet<(string Id, Location Location)>();
        foreach (var diagnostic in ExperimentRules.All.SelectMany(rule => rule.Check(experiment)))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (!wrong.Any(attribute => Contains(attribute, diagnostic.Location)) && told.Add((diagnostic.Id, diagnostic.Location)))
                context.ReportDiagnostic(diagnostic);
        }
    }

    private static bool Contains(Location outer, Location inner) => outer.SourceTree is { } tree && tree == inner.SourceTree && outer.SourceSpan.Contains(inner.SourceSpan);
}
