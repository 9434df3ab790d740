namespace Regimen.Compiler.Graph.Layers;

/// <summary>Fully connected.</summary>
internal sealed class LinearLayer : LayerBuilder
{
    public override string Kind => "Linear";

    public override LayerRole Role => LayerRole.Product;

    public override Value Build(GraphBuilder graph, Origin origin, Value input)
    {
        var features = AtLeast(origin, "features", 1);
        if (input.Shape.IsImage)
        {
            throw GraphProblemException.Shape(
                $"it needs features [F], but its input is an image {input.Shape}",
                "Put Flatten() or GlobalAveragePool2d() before it.");
        }

        return graph.Append(new LinearOperation(graph.Name("linear"), origin, input, features, Flag(origin, "bias")));
    }
}

/// <summary>A matrix product with the weights, by libtorch.</summary>
internal sealed class LinearOperation : Operation
{
    public LinearOperation(string name, Origin origin, Value input, int features, bool bias)
        : base(name, origin, Shape.Features(features), input)
    {
        var bound = 1 / Math.Sqrt(input.Shape.Channels);
        Weight = new Parameter(name + "Weight", origin.Path + ".weight", ParameterRole.Weight, [features, input.Shape.Channels], bound);
        Bias = bias ? new Parameter(name + "Bias", origin.Path + ".bias", ParameterRole.Bias, [features], bound) : null;
    }

    public override string Title => "Linear";

    /// <summary>[G, F].</summary>
    public Parameter Weight { get; }

    /// <summary>[G], or none.</summary>
    public Parameter? Bias { get; }

    public override IReadOnlyList<Parameter> Parameters => Bias is null ? [Weight] : [Weight, Bias];

    public override long Flops => 2 * Weight.Count;
}
