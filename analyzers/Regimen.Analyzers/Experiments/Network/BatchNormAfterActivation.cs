using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Network;

/// <summary>Product → activation → batch norm (Ioffe and Szegedy 2015 put the normalisation between product and activation).</summary>
internal sealed class BatchNormAfterActivation() : ExperimentRule(
    "REG1005", RuleCategory.Network, DiagnosticSeverity.Warning,
    "Batch normalisation after the activation",
    "{0} normalises what {1} already cut off; put it between {2} and {1}")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        foreach (var (activation, norm) in experiment.Neighbours)
        {
            if (norm.IsBatchNorm && activation.IsActivation && activation.Previous is { IsProduct: true } product)
                yield return At(norm, activation, norm.Display, activation.Display, product.Display);
        }
    }
}
