using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Speed;

/// <summary>Batch sizes that waste part of each matrix product.</summary>
internal sealed class PaddedBatch() : ExperimentRule(
    "REG5002", RuleCategory.Speed, DiagnosticSeverity.Info,
    "Batch does not fill the matrix units",
    "Batches of {0} are padded to {1} by matrix units; take {2}")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        if (MatrixUnits.Waste(experiment.BatchSize))
            yield return At(experiment.BatchSizeLocation, MatrixUnits.Nearest(experiment.BatchSize), Text(experiment.BatchSize), Text(MatrixUnits.Padded(experiment.BatchSize)), Text(MatrixUnits.Nearest(experiment.BatchSize)));
    }
}
