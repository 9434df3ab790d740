using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Network;

/// <summary>A bias that the next layer's subtraction of the mean takes away again.</summary>
internal sealed class BiasBeforeBatchNorm() : ExperimentRule(
    "REG1009", RuleCategory.Network, DiagnosticSeverity.Warning,
    "Bias before batch normalisation",
    "The bias of {0} has no effect: {1} subtracts the mean of every channel; write 'bias: false'")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        foreach (var (product, norm) in experiment.Neighbours)
        {
            if (norm.IsBatchNorm && product.IsProduct && product.Flag("bias"))
                yield return At(product.Location, product.Display, norm.Display);
        }
    }
}
