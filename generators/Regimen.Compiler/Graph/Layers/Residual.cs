using Regimen.Compiler.Formulas;

namespace Regimen.Compiler.Graph.Layers;

/// <summary>Body plus shortcut.</summary>
internal sealed class ResidualLayer : LayerBuilder
{
    public override string Kind => "Residual";

    public override LayerRole Role => LayerRole.Container;

    public override string Title => "Add";

    public override Formula Express(StepBuilder step, Origin origin, Formula input)
    {
        var body = NetworkFormulas.Express(step, origin.Child(0), input);
        var shortcut = origin.Text.Children.Count > 1 ? NetworkFormulas.Express(step, origin.Child(1), input) : input;
        NeedsSame(Shape.Of(body.Type), Shape.Of(shortcut.Type));
        return (body + shortcut).Named("sum");
    }

    public override Value Build(GraphBuilder graph, Origin origin, Value input)
    {
        var start = graph.OperationCount;
        var body = graph.Add(origin.Child(0), input);
        var shortcut = input;
        if (origin.Text.Children.Count > 1)
        {
            // Layers are numbered as declared, body first; the shortcut is computed first, so that the body's last operation and the sum can be fused.
            var end = graph.OperationCount;
            shortcut = graph.Add(origin.Child(1), input);
            graph.MoveTo(start, end);
        }

        NeedsSame(body.Shape, shortcut.Shape);
        return graph.Append(new AddOperation(graph.Name("sum"), origin, body, shortcut));
    }

    private static void NeedsSame(Shape body, Shape shortcut)
    {
        if (body != shortcut)
        {
            throw GraphProblemException.Shape(
                $"its body makes {body}, but its shortcut makes {shortcut}",
                "Give the shortcut a layer that changes the shape alike, such as Conv2d(channels, kernel: 1, stride: …).");
        }
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
