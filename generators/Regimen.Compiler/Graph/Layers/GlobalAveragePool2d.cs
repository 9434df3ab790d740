using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Graph.Layers;

/// <summary>Mean over each channel.</summary>
internal sealed class GlobalAveragePool2dLayer : LayerBuilder
{
    public override string Kind => "GlobalAveragePool2d";

    public override LayerRole Role => LayerRole.Other;

    public override Formula Express(StepBuilder step, Origin origin, Formula input)
    {
        var shape = Shape.Of(input.Type);
        NeedsImage(shape, Kind);
        var average = (Sum(input, 1, 2) / shape.Pixels).Named("average");
        return Reshape.Of(average, [input.Type.Axes[0], shape.Channels]);
    }
}
