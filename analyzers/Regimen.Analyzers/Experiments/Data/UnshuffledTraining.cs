using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Data;

/// <summary>Gradients of batches that never change are biased, most of all where the files are sorted by class.</summary>
internal sealed class UnshuffledTraining() : ExperimentRule(
    "REG3003", RuleCategory.Data, DiagnosticSeverity.Warning,
    "Training data is not shuffled",
    "Without shuffling, every epoch trains on the same batches in the order of the files; remove [Shuffle(false)]")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        if (experiment.Attribute("Shuffle") is { } shuffle && experiment.Recipe.KeepsOrder)
            yield return At(shuffle.LocationOf("Enabled"));
    }
}
