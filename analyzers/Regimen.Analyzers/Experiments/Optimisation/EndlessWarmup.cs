using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;
using Regimen.Compiler.Text;

namespace Regimen.Analyzers.Experiments.Optimisation;

/// <summary>The run ends before the schedule gets past its warm-up.</summary>
internal sealed class EndlessWarmup() : ExperimentRule(
    "REG2003", RuleCategory.Optimisation, DiagnosticSeverity.Warning,
    "Warm-up is not shorter than the run",
    "A warm-up of {0} is not shorter than the run of {1}, so {2}; shorten it or train longer")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        // Until an error is reached, W is only a bound.
        if (experiment.Attribute("Warmup") is not { } warmup || experiment.Number("WarmupUntilTrainError") > 0 || experiment.Epochs is not { } epochs)
            yield break;
        var outcome = experiment.Has("CosineDecay") ? "CosineDecay never starts" : "the full rate is never reached";

        // Bare, it takes at most a tenth of the run.
        if (warmup.Spec.Has("Epochs") && experiment.Number("WarmupEpochs") is { } length && length >= epochs)
            yield return At(warmup.LocationOf("Epochs"), Epochs(length), Epochs(epochs), outcome);
        if (experiment.Number("WarmupSteps") is { } steps && epochs * experiment.StepsPerEpoch is { } total && steps >= total)
            yield return At(warmup.LocationOf("Steps"), Literal.Grouped((long)steps) + " steps", Literal.Grouped(total), outcome);
    }

    private static string Epochs(double count) => Text(count) + (count == 1 ? " epoch" : " epochs");
}
