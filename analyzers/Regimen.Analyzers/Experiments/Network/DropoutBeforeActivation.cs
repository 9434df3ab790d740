using Microsoft.CodeAnalysis;
using Regimen.Compiler.Graph.Layers;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Network;

/// <summary>Product → dropout → activation, where the activation is more than a slope on either side of zero. Srivastava et al. 2014 drop the outputs of units, which are what activations make.</summary>
internal sealed class DropoutBeforeActivation() : ExperimentRule(
    "REG1006", RuleCategory.Network, DiagnosticSeverity.Warning,
    "Dropout before an activation that changes it",
    "{1} changes what {0} makes: neither its zeros nor its scaling pass through unchanged; put {0} behind {1}")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        foreach (var (dropout, activation) in experiment.Neighbours)
        {
            if (dropout is { IsDropout: true, Previous: { IsProduct: true } or { IsNorm: true } } && activation.IsActivation && activation.Role != LayerRole.Rectifier)
                yield return At(dropout, activation, dropout.Display, activation.Display);
        }
    }
}
