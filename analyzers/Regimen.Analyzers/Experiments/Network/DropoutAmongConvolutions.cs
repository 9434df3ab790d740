using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Network;

/// <summary>A dropout of single pixels that a convolution reads; neighbouring pixels are alike, so little is hidden (Tompson et al. 2015).</summary>
internal sealed class DropoutAmongConvolutions() : ExperimentRule(
    "REG1014", RuleCategory.Network, DiagnosticSeverity.Info,
    "Element-wise dropout among convolutions",
    "{0} drops single values of an image {1} that {2} reads: their neighbours still tell much of them; consider it before the classifier instead")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        foreach (var layer in experiment.Layers)
        {
            if (Reader(layer) is { } reader)
                yield return At(layer, candidate => Reader(candidate) is not null, layer.Display, layer.Input!, reader.Display);
        }
    }

    /// <summary>The convolution that reads what this dropout leaves of an image; null where it is none, or drops whole channels because they are single pixels.</summary>
    private static LayerView? Reader(LayerView layer) => layer is { IsDropout: true, Input: { IsImage: true, Pixels: > 1 } }
        ? layer.Readers.FirstOrDefault(reader => reader.Kind == "Conv2d")
        : null;
}
