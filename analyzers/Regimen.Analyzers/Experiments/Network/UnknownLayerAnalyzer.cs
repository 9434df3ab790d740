using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Regimen.Compiler.Diagnostics;
using Regimen.Compiler.Parsing;
using Regimen.Compiler.Text;

namespace Regimen.Analyzers.Experiments.Network;

/// <summary>Layers that other frameworks have and <c>Layers</c> has not, for a reason: says what to write instead. The compiler alone would say that the name does not exist.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownLayerAnalyzer() : ExperimentCodeAnalyzer(RulesByName.Values.Distinct())
{
    private static readonly DiagnosticDescriptor Softmax = RuleDescriptor.Create(
        "REG1013", RuleCategory.Network, DiagnosticSeverity.Error,
        "Softmax in the network",
        "There is no layer {0}, since the cross-entropy loss applies the softmax itself; remove it");

    private static readonly DiagnosticDescriptor LocalResponseNorm = RuleDescriptor.Create(
        "REG1016", RuleCategory.Network, DiagnosticSeverity.Error,
        "Local response normalisation",
        "There is no layer {0}, since batch normalisation has taken its place; write BatchNorm()");

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> RulesByName = ImmutableDictionary.CreateRange(new Dictionary<string, DiagnosticDescriptor>
    {
        ["Softmax"] = Softmax,
        ["LogSoftmax"] = Softmax,
        ["LocalResponseNorm"] = LocalResponseNorm,
    });

    private protected override void Register(CompilationStartAnalysisContext context, ExperimentMarker marker) =>
        context.RegisterSyntaxNodeAction(node => Analyze(node, marker), SyntaxKind.InvocationExpression);

    private static void Analyze(SyntaxNodeAnalysisContext context, ExperimentMarker marker)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (Name(call.Expression, context) is not { } name || !RulesByName.TryGetValue(name, out var rule) || !marker.IsAround(context.ContainingSymbol))
            return;
        var symbol = context.SemanticModel.GetSymbolInfo(call.Expression, context.CancellationToken);
        if (symbol is { Symbol: null, CandidateSymbols: [] })
            context.ReportDiagnostic(Diagnostic.Create(rule, call.GetLocation(), FixHints.AllWrong, Quote.Call(call.ToString(), name)));
    }

    /// <summary>The name that is called, alone or as a member of <c>Layers</c>.</summary>
    private static string? Name(ExpressionSyntax called, SyntaxNodeAnalysisContext context) => called switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } access when RulesByName.ContainsKey(name.Identifier.ValueText)
            && RegimenSymbols.Is(context.SemanticModel.GetSymbolInfo(access.Expression, context.CancellationToken).Symbol as ITypeSymbol, "Layers") => name.Identifier.ValueText,
        _ => null,
    };
}
