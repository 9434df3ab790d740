using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Optimisation;

/// <summary>Hinton 2010 starts from 0.5; Sutskever et al. 2013 go up to 0.999.</summary>
internal sealed class UnusualMomentum() : ExperimentRule(
    "REG2009", RuleCategory.Optimisation, DiagnosticSeverity.Info,
    "Momentum is outside its usual range",
    "A momentum of {0} averages the gradient over about {1} steps; {2} to {3} is usual, mostly 0.9")
{
    /// <summary>What Hinton 2010 starts from before the momentum is raised.</summary>
    private const double Least = 0.5;

    /// <summary>The most that Sutskever et al. 2013 try: an average over 1,000 steps.</summary>
    private const double Most = 0.999;

    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        if (experiment.Attribute("Sgd") is { } optimiser && experiment.Number("Momentum") is { } momentum && momentum != 0 && (momentum < Least || momentum > Most))
            yield return At(optimiser.LocationOf("Momentum"), Text(momentum), Text(Math.Round(1 / (1 - momentum), 1)), Text(Least), Text(Most));
    }
}
