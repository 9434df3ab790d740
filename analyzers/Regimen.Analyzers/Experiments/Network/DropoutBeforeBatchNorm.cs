using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Network;

/// <summary>A dropout whose values a batch normalisation reads, directly or through one product (Li et al. 2019, variance shift).</summary>
internal sealed class DropoutBeforeBatchNorm() : ExperimentRule(
    "REG1008", RuleCategory.Network, DiagnosticSeverity.Warning,
    "Dropout before a batch normalisation",
    "{0} raises the variance that {1} learns, but only while training; put {0} behind the last batch normalisation")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        foreach (var (dropout, next) in experiment.Neighbours)
        {
            if (!dropout.IsDropout)
                continue;
            if (next.IsBatchNorm)
            {
                // The fix moves it behind the activation that belongs to the normalisation.
                LayerView[] behind = next.Next is { IsActivation: true } activation ? [next, activation] : [next];
                yield return At(dropout, behind, FixHints.None, dropout.Display, next.Display);
            }
            else if (next is { IsProduct: true, Next: { IsBatchNorm: true } norm })
            {
                yield return At(dropout.Location, dropout.Display, norm.Display);
            }
        }
    }
}
