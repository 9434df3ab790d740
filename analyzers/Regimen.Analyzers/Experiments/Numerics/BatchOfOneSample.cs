using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;
using Regimen.Compiler.Text;

namespace Regimen.Analyzers.Experiments.Numerics;

/// <summary>A batch of one sample gives a batch normalisation one value per channel: its variance is 0, and training stops with an exception.</summary>
internal sealed class BatchOfOneSample() : ExperimentRule(
    "REG4001", RuleCategory.Numerics, DiagnosticSeverity.Warning,
    "Batch normalisation of a single value",
    "{0}, on which {1} can't train; take a batch size of {2}")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        var (images, batch) = (experiment.Spec.Data.TrainImages, experiment.BatchSize);
        // A single image leaves one whatever the batch.
        if (images == 1 || !LeavesOne(images, batch) || experiment.Layers.FirstOrDefault(layer => layer is { IsBatchNorm: true, Input.Pixels: 1 }) is not { } norm)
            yield break;
        var what = batch == 1
            ? "Every batch is one sample"
            : $"{Literal.Grouped(images)} images in batches of {Literal.Grouped(batch)} leave a last one of one sample";
        if (Remedies(images, batch) is { Length: > 0 } remedies)
            yield return At(experiment.BatchSizeLocation, what, norm.Display, remedies);
    }

    private static bool LeavesOne(int images, int batch) => batch == 1 || (images > 0 && images % batch == 1);

    /// <summary>The nearest sizes that leave none.</summary>
    private static string Remedies(int images, int batch)
    {
        var smaller = Enumerable.Range(1, batch - 1).Select(less => batch - less).Where(size => !LeavesOne(images, size));

        // A batch of all images leaves none, so that the search ends there.
        var larger = Enumerable.Range(batch + 1, Math.Max(1, images - batch)).Where(size => !LeavesOne(images, size));
        return string.Join(" or ", smaller.Take(1).Concat(larger.Take(1)).Select(size => Literal.Grouped(size)));
    }
}
