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

    public override Value Build(GraphBuilder graph, Origin origin, Value input) => input.Shape.IsImage
        ? graph.Append(new FlattenOperation(graph.Name("flat"), origin, input))
        : input;
}

/// <summary>Reorders channels-last images to PyTorch's channel-major features; with one channel or one pixel there is nothing to reorder.</summary>
internal sealed class FlattenOperation(string name, Origin origin, Value input)
    : Operation(name, origin, Shape.Features((int)input.Shape.Count), input)
{
    public override string Title => "Flatten";

    /// <summary>Whether the values already lie in order, so that a view of them is enough.</summary>
    public bool IsView => Input.Shape.Channels == 1 || Input.Shape.Pixels == 1;

    public override long Flops => 0;
}
