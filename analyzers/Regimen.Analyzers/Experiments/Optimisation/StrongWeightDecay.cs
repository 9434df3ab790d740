using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Optimisation;

/// <summary>Weight decay of AdamW's size in SGD, where the rate and the momentum multiply it.</summary>
internal sealed class StrongWeightDecay() : ExperimentRule(
    "REG2010", RuleCategory.Optimisation, DiagnosticSeverity.Warning,
    "Weight decay outweighs the gradient",
    "A weight decay of {0} at rate {1} and momentum {2} halves the weights {3}; take a smaller one, 5e-4 is usual")
{
    /// <summary>
    /// Steps. The usual 5e-4 at rate 0.1 and momentum 0.9 halves the weights in 1,386 steps, the strongest published recipes (5e-4 at rate 1,
    /// 1e-4 at 3.2) in over 130; AdamW's default of 1e-2, copied, in 69.
    /// </summary>
    private const double ShortestHalfLife = 100;

    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        if (experiment.Attribute("Sgd") is null || experiment.Number("WeightDecay") is not { } decay || experiment.PeakRate is not { } rate || experiment.Number("Momentum") is not { } momentum)
            yield break;

        // Without a gradient, momentum gathers 1/(1 − μ) steps of it.
        var share = rate * decay / (1 - momentum);
        var halfLife = Math.Log(2) / share;
        if (halfLife < ShortestHalfLife)
            yield return At(experiment.Attribute("WeightDecay")!.LocationOf("Rate"), Text(decay), Text(rate), Text(momentum), Math.Round(halfLife) is > 1 and var steps ? $"every {Text(steps)} steps" : "in every step");
    }
}
