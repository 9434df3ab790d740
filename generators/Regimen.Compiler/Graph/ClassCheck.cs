using Regimen.Compiler.Graph.Layers;
using Regimen.Compiler.Model;

namespace Regimen.Compiler.Graph;

/// <summary>Demands that a network ends in one value per class of its data.</summary>
internal static class ClassCheck
{
    /// <exception cref="GraphProblemException">It ends in something else.</exception>
    public static void Demand(ExperimentSpec spec, Shape output)
    {
        var classes = spec.Data.Classes;
        if (!output.IsImage && output.Channels == classes)
            return;
        var root = Origin.Root(spec.Network);
        var remedy = output.IsImage
            ? FormattableString.Invariant($"End with Flatten() or GlobalAveragePool2d() and Linear({classes}).")
            : FormattableString.Invariant($"Make the last layer Linear({classes}).");
        throw GraphProblemException.Classes(
            FormattableString.Invariant($"the network ends in {output}, but {spec.Data.TypeName.Replace("global::", "")} has {classes} classes"),
            remedy).At(LayerCatalogue.Find(root.Text.Kind).MakerOf(root));
    }
}
