using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Network;

/// <summary>A dropout whose values a batch normalisation reads (Li et al. 2019, variance shift).</summary>
internal sealed class DropoutBeforeBatchNorm() : ExperimentRule(
    "REG1008", RuleCategory.Network, DiagnosticSeverity.Warning,
    "Dropout before a batch normalisation",
    "{0} raises the variance that {1} learns, but only while training; put {0} behind it and its activation")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        foreach (var (dropout, next) in experiment.Neighbours)
        {
            // Through a product the shift is smaller, and that order is in most networks with dropout in several places.
            if (!dropout.IsDropout || !next.IsBatchNorm)
                continue;

            // The fix moves it behind the activation that belongs to the normalisation.
            LayerView[] behind = next.Next is { IsActivation: true } activation ? [next, activation] : [next];
            yield return At(dropout, behind, FixHints.None, dropout.Display, next.Display);
        }
    }
}
