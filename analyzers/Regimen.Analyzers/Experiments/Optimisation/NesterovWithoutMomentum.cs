using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Optimisation;

/// <summary>The two updates are the same without momentum; PyTorch refuses the combination.</summary>
internal sealed class NesterovWithoutMomentum() : ExperimentRule(
    "REG2007", RuleCategory.Optimisation, DiagnosticSeverity.Warning,
    "Nesterov without momentum",
    "Nesterov looks ahead along the momentum, which is 0; remove 'Nesterov = true' or set a momentum such as 0.9")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        if (experiment.Attribute("Sgd") is { } optimiser && optimiser.Spec.Flag("Nesterov", false) && experiment.Number("Momentum") == 0)
            yield return At(optimiser.LocationOf("Nesterov"));
    }
}
