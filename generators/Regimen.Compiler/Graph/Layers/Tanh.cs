namespace Regimen.Compiler.Graph.Layers;

/// <summary>Hyperbolic tangent.</summary>
internal sealed class TanhLayer : LayerBuilder
{
    public override string Kind => "Tanh";

    public override LayerRole Role => LayerRole.Saturating;

    public override Value Build(GraphBuilder graph, Origin origin, Value input) =>
        graph.Append(new TanhOperation(graph.Name("tanh"), origin, input));
}

/// <summary>Hyperbolic tangent.</summary>
internal sealed class TanhOperation(string name, Origin origin, Value input)
    : ElementwiseOperation(name, origin, input.Shape, input)
{
    public override string Title => "Tanh";

    public override string TrainText => "{y} = Aten.Tanh({x});";

    public override string DifferentiateText => "{dx} = Aten.TanhBackward({dy}, {y});";

    public override string Formula(string x, string side) => $"LaneMath.Tanh({x})";

    public override string Derivative(string dy, string x, string side) => $"{dy} * LaneMath.TanhSlope({x})";
}
