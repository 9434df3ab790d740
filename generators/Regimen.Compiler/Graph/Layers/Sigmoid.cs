namespace Regimen.Compiler.Graph.Layers;

/// <summary><c>1 / (1 + exp(−x))</c>.</summary>
internal sealed class SigmoidLayer : LayerBuilder
{
    public override string Kind => "Sigmoid";

    public override LayerRole Role => LayerRole.Saturating;

    public override Value Build(GraphBuilder graph, Origin origin, Value input) =>
        graph.Append(new SigmoidOperation(graph.Name("sigmoid"), origin, input));
}

/// <summary><c>1 / (1 + exp(−x))</c>.</summary>
internal sealed class SigmoidOperation(string name, Origin origin, Value input)
    : ElementwiseOperation(name, origin, input.Shape, input)
{
    public override string Title => "Sigmoid";

    public override string TrainText => "{y} = Aten.Sigmoid({x});";

    public override string DifferentiateText => "{dx} = Aten.SigmoidBackward({dy}, {y});";

    public override string Formula(string x, string side) => $"LaneMath.Sigmoid({x})";

    public override string Derivative(string dy, string x, string side) => $"{dy} * LaneMath.SigmoidSlope({x})";
}
