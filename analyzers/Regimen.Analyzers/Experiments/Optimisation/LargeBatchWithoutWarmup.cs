using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;
using Regimen.Compiler.Text;

namespace Regimen.Analyzers.Experiments.Optimisation;

/// <summary>Large batches at a large rate are unstable at first (Goyal et al. 2017, who train theirs with a gradual warm-up).</summary>
internal sealed class LargeBatchWithoutWarmup() : ExperimentRule(
    "REG2005", RuleCategory.Optimisation, DiagnosticSeverity.Warning,
    "Large batch without warm-up",
    "Batches of {0} at a rate of {1} tend to diverge in the first epochs; add [Warmup]{2}")
{
    /// <summary>Four times the batch of 256 that Goyal et al. 2017 count as small; below it, a missing warm-up rarely shows.</summary>
    private const int Large = 1024;

    /// <summary>The rate that they use for that batch. A smaller one needs no warm-up at any size of batch.</summary>
    private const double Usual = 0.1;

    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        if (experiment.BatchSize < Large || experiment.Has("Warmup") || experiment.PeakRate is not >= Usual || experiment.Attribute("Sgd") is not { } optimiser)
            yield break;
        var scaling = experiment.Has("LinearScaling") ? "" : ", and [LinearScaling] if the rate is meant for batches of 256";
        yield return At(experiment.BatchSizeLocation, optimiser.Location, Literal.Grouped(experiment.BatchSize), Text(experiment.PeakRate.Value), scaling);
    }
}
