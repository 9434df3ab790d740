using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Optimisation;

/// <summary>Arguments of the constant warm-up given to a gradual one.</summary>
internal sealed class UnreadArgument() : ExperimentRule(
    "REG2012", RuleCategory.Optimisation, DiagnosticSeverity.Warning,
    "Argument has no effect in this mode",
    "Warmup.{0} is read by the constant warm-up only, and this one is gradual; remove it or set 'Mode = WarmupMode.Constant'")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        if (experiment.Attribute("Warmup") is not { } warmup || warmup.Spec.Member("Mode", "Gradual") != "Gradual")
            yield break;
        foreach (var argument in new[] { "Factor", "UntilTrainError" })
        {
            if (warmup.Spec.Has(argument))
                yield return At(warmup.LocationOf(argument), argument);
        }
    }
}
