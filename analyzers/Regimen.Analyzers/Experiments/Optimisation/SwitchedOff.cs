using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Optimisation;

/// <summary>An attribute with the value at which it does nothing.</summary>
internal sealed class SwitchedOff() : ExperimentRule(
    "REG2011", RuleCategory.Optimisation, DiagnosticSeverity.Info,
    "Attribute switches itself off",
    "[{0}] has no effect: {1}; remove it, or change the value")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        foreach (var (name, argument, why) in Found(experiment))
            yield return At(experiment.Attribute(name)!.LocationOf(argument), name, why);
    }

    private static IEnumerable<(string Attribute, string Argument, string Why)> Found(ExperimentView experiment)
    {
        if (experiment.Number("WeightDecay") == 0)
            yield return ("WeightDecay", "Rate", "a rate of 0 decays nothing");
        if (experiment.Number("LabelSmoothing") == 0)
            yield return ("LabelSmoothing", "Epsilon", "0 leaves the targets as they are");
        if (experiment.Number("WarmupEpochs") == 0)
            yield return ("Warmup", "Epochs", "it lasts 0 epochs");
        else if (experiment.Number("WarmupSteps") == 0)
            yield return ("Warmup", "Steps", "it lasts 0 steps");
        else if (experiment.Number("WarmupFactor") == 1 && !experiment.Has("CosineDecay"))

            // With a cosine, a warm-up at the full rate still holds that rate before the cosine begins.
            yield return ("Warmup", "Factor", "a factor of 1 is the full rate");

        // Bare it waits for another batch size; with a reference it was meant for this one.
        if (experiment.Attribute("LinearScaling") is { } scaling && scaling.Spec.Has("ReferenceBatch") && experiment.Number("ReferenceBatch") == experiment.BatchSize)
            yield return ("LinearScaling", "ReferenceBatch", "the reference batch is the batch size");
    }
}
