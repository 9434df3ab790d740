using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Data;

/// <summary>Half of the target or more is spread evenly (Szegedy et al. 2016 and Müller et al. 2019 use 0.1).</summary>
internal sealed class StrongSmoothing() : ExperimentRule(
    "REG3001", RuleCategory.Data, DiagnosticSeverity.Warning,
    "Label smoothing leaves too little of the label",
    "A label smoothing of {0} leaves the right class a target of {1}; take a smaller one, 0.1 is usual")
{
    /// <summary>From here on, the even share weighs as much as the label.</summary>
    private const double Most = 0.5;

    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        if (experiment.Number("LabelSmoothing") is { } epsilon && epsilon >= Most)
            yield return At(experiment.Attribute("LabelSmoothing")!.LocationOf("Epsilon"), Text(epsilon), Text(1 - epsilon + (epsilon / experiment.Spec.Data.Classes)));
    }
}
