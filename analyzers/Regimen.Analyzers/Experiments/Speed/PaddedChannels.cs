using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Speed;

/// <summary>Widths of hidden layers that waste part of each matrix product.</summary>
internal sealed class PaddedChannels() : ExperimentRule(
    "REG5001", RuleCategory.Speed, DiagnosticSeverity.Info,
    "Channels don't fill the matrix units",
    "{0} makes {1} {2}, which matrix units pad to {3}; take {3}, which costs about the same")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        // How many outputs the last one has is not the author's choice.
        var products = experiment.Layers.Where(layer => layer.IsProduct).ToArray();

        // Both sides of a residual must agree, and groups must divide the channels: one number alone can't be changed there.
        var isFree = !experiment.Layers.Any(layer => layer.Kind == "Residual" || IsGrouped(layer));
        foreach (var layer in products.Take(products.Length - 1))
        {
            var name = layer.Kind == "Linear" ? "features" : "channels";
            var count = layer.Integer(name);

            // The channels of one group, not all, are a side of a grouped product; on an image of one pixel there is little to win.
            if (IsGrouped(layer) || layer.Input is { IsImage: true, Pixels: 1 } || !MatrixUnits.Waste(count))
                continue;
            var padded = MatrixUnits.Padded(count);
            yield return At(layer.Location, isFree ? (int?)padded : null, layer.Display, Text(count), name, Text(padded));
        }
    }

    private static bool IsGrouped(LayerView layer) => layer.Kind == "Conv2d" && layer.Integer("groups") > 1;
}
