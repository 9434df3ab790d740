namespace Regimen.Compiler.Graph.Layers;

/// <summary>Body plus shortcut.</summary>
internal sealed class ResidualLayer : LayerBuilder
{
    public override string Kind => "Residual";

    public override LayerRole Role => LayerRole.Container;

    public override Value Build(GraphBuilder graph, Origin origin, Value input)
    {
        var children = origin.Text.Children;
        var start = graph.OperationCount;
        var body = graph.Add(children[0], input, GraphBuilder.Child(origin.Path, 0));
        var shortcut = input;
        if (children.Count > 1)
        {
            // Layers are numbered as declared, body first; the shortcut is computed first, so that the body's last operation and the sum can be fused.
            var end = graph.OperationCount;
            shortcut = graph.Add(children[1], input, GraphBuilder.Child(origin.Path, 1));
            graph.MoveTo(start, end);
        }

        if (body.Shape != shortcut.Shape)
        {
            throw GraphProblemException.Shape(
                $"its body makes {body.Shape}, but its shortcut makes {shortcut.Shape}",
                "Give the shortcut a layer that changes the shape alike, such as Conv2d(channels, kernel: 1, stride: …).");
        }

        return graph.Append(new AddOperation(graph.Name("sum"), origin, body, shortcut));
    }
}

/// <summary><c>x + side</c>.</summary>
internal sealed class AddOperation(string name, Origin origin, Value body, Value shortcut)
    : ElementwiseOperation(name, origin, body.Shape, body, shortcut)
{
    public override string Title => "Add";

    public override string TrainText => "{y} = Aten.Add({x}, {side});";

    public override string DifferentiateText => "{dx} = Aten.Clone({dy});";

    public override string Formula(string x, string side) => $"{x} + {side}";

    public override string Derivative(string dy, string x, string side) => dy;
}
