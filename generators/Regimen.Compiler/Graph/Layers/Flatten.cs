using Regimen.Compiler.Formulas;

namespace Regimen.Compiler.Graph.Layers;

/// <summary>An image's values as features, channel-major.</summary>
internal sealed class FlattenLayer : LayerBuilder
{
    public override string Kind => "Flatten";

    public override LayerRole Role => LayerRole.Other;

    public override Formula Express(StepBuilder step, Origin origin, Formula input)
    {
        var shape = Shape.Of(input.Type);
        return shape.IsImage
            ? Reshape.Of(Transpose.Of(input, [0, 3, 1, 2]), [input.Type.Axes[0], shape.Count])
            : input;
    }
}
