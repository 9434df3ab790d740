using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Regimen.Compiler.Diagnostics;
using Regimen.Compiler.Parsing;
using Regimen.Compiler.Text;

namespace Regimen.Analyzers.Experiments.Network;

/// <summary>A layer that is made and thrown away. A layer is a value that describes; making it puts it nowhere.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedLayerAnalyzer() : ExperimentCodeAnalyzer([Rule])
{
    private static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        "REG1021", RuleCategory.Network, DiagnosticSeverity.Warning,
        "Layer that is not used",
        "{0} is made but not used, so it is not part of the network; put it into a Sequential(…) or remove it");

    private protected override void Register(CompilationStartAnalysisContext context, ExperimentMarker marker) =>
        context.RegisterOperationBlockAction(block =>
        {
            if (marker.IsAround(block.OwningSymbol))
                Analyze(block);
        });

    private static void Analyze(OperationBlockAnalysisContext context)
    {
        var locals = new Dictionary<ISymbol, Location>(SymbolEqualityComparer.Default);
        var read = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in context.OperationBlocks.SelectMany(block => block.DescendantsAndSelf()))
        {
            switch (operation)
            {
                case IExpressionStatementOperation { Operation: IInvocationOperation call } when MakesLayer(call):
                    context.ReportDiagnostic(Diagnostic.Create(Rule, call.Syntax.GetLocation(), Quote.Call(call.Syntax.ToString(), call.TargetMethod.Name)));
                    break;
                case IVariableDeclaratorOperation { Initializer.Value: var value, Symbol: { Locations: [var place, ..] } local } when MakesLayer(value):
                    locals[local] = place;
                    break;
                case ILocalReferenceOperation reference when reference.Parent is not ISimpleAssignmentOperation assignment || assignment.Target != reference:
                    read.Add(reference.Local);
                    break;
            }
        }

        foreach (var local in locals)
        {
            if (!read.Contains(local.Key))
                context.ReportDiagnostic(Diagnostic.Create(Rule, local.Value, "'" + local.Key.Name + "'"));
        }
    }

    /// <summary>Whether it is a call of <c>Layers</c>, which does nothing but make its result; a user's own method may do more.</summary>
    private static bool MakesLayer(IOperation? value) =>
        value is IInvocationOperation call && RegimenSymbols.Is(call.TargetMethod.ContainingType, "Layers") && RegimenSymbols.Is(call.Type, "Layer");
}
