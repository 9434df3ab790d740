using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Optimisation;

/// <summary>Weight decay is for the weights of products (He et al. 2019, "no bias decay"; Jia et al. 2018).</summary>
internal sealed class DecayedBiasOrNorm() : ExperimentRule(
    "REG2001", RuleCategory.Optimisation, DiagnosticSeverity.Warning,
    "Weight decay of biases or normalisations",
    "'{0} = true' also decays {1}, which limits the fit without making the network simpler; remove it")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        if (experiment.Attribute("WeightDecay") is not { } decay)
            yield break;
        foreach (var (argument, what) in new[] { ("IncludeBias", "biases"), ("IncludeNorm", "the scale and shift of normalisations") })
        {
            if (decay.Spec.Flag(argument, false))
                yield return At(decay.LocationOf(argument), argument, what);
        }
    }
}
