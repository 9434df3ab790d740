using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Network;

/// <summary>A stride that is larger than the window. A window of one pixel is the usual way to shrink a shortcut (He et al. 2016).</summary>
internal sealed class SkippedPixels() : ExperimentRule(
    "REG1025", RuleCategory.Network, DiagnosticSeverity.Warning,
    "Window that skips pixels",
    "{0} moves a window of {1} pixels by {2}, so nothing reads the pixels between; use a stride of at most {1}")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        foreach (var layer in experiment.Layers)
        {
            if (layer.Kind is not ("Conv2d" or "MaxPool2d" or "AvgPool2d") || layer.Integer("kernel") is var kernel && kernel <= 1)
                continue;
            var extent = layer.Kind == "Conv2d" ? (layer.Integer("dilation") * (kernel - 1)) + 1 : kernel;

            // Where there is one window, it does not move.
            if (layer.Integer("stride") is var stride && stride > extent && layer.Output is { Pixels: > 1 })
                yield return At(layer.Location, layer.Display, extent, stride);
        }
    }
}
