using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Optimisation;

/// <summary>A cosine that ends where it starts, or higher.</summary>
internal sealed class FloorAbovePeak() : ExperimentRule(
    "REG2002", RuleCategory.Optimisation, DiagnosticSeverity.Warning,
    "Floor of the cosine is not below its peak",
    "CosineDecay.Floor is {0}, but the decay starts at {1}, the learning rate{2}; give it a lower floor")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        if (experiment.Number("RateFloor") is { } floor && floor >= experiment.PeakRate)
            yield return At(experiment.Attribute("CosineDecay")!.LocationOf("Floor"), Text(floor), Text(experiment.PeakRate.Value), experiment.Has("LinearScaling") ? " after linear scaling" : "");
    }
}
