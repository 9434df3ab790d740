using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Optimisation;

/// <summary>A slip by orders of magnitude: the run diverges at once, or does not move.</summary>
internal sealed class UnusualRate() : ExperimentRule(
    "REG2008", RuleCategory.Optimisation, DiagnosticSeverity.Warning,
    "Learning rate is far from what SGD trains with",
    "The learning rate of SGD{0} is {1}, but networks train with {2} to {3}; 0.1 is usual")
{
    /// <summary>A tenth of what fine-tuning a trained network takes.</summary>
    private const double Least = 1e-5;

    /// <summary>Above the 3 that super-convergence reaches (Smith and Topin 2018), and the 3.2 of batches of 8,192 (Goyal et al. 2017).</summary>
    private const double Most = 5;

    /// <summary>The linear rule of Goyal et al. 2017: 0.1 per 256 samples; it may lead higher for still larger batches.</summary>
    private const double LinearRate = 0.1, LinearBatch = 256;

    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        if (experiment.Attribute("Sgd") is not { } optimiser || experiment.PeakRate is not { } peak)
            yield break;
        var most = Math.Max(Most, LinearRate * experiment.BatchSize / LinearBatch);
        if (peak < Least || peak > most)
            yield return At(optimiser.LocationOf("LearningRate"), experiment.Has("LinearScaling") ? " after linear scaling" : "", Text(peak), Text(Least), Text(most));
    }
}
