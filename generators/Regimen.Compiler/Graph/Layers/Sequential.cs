namespace Regimen.Compiler.Graph.Layers;

/// <summary>Layers one after the other.</summary>
internal sealed class SequentialLayer : LayerBuilder
{
    public override string Kind => "Sequential";

    public override LayerRole Role => LayerRole.Container;

    public override Value Build(GraphBuilder graph, Origin origin, Value input)
    {
        var value = input;
        for (var position = 0; position < origin.Text.Children.Count; position++)
            value = graph.Add(origin.Text.Children[position], value, GraphBuilder.Child(origin.Path, position));
        return value;
    }
}
