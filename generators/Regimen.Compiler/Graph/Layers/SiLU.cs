using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Graph.Layers;

/// <summary><c>x·sigmoid(x)</c>.</summary>
internal sealed class SiLULayer : LayerBuilder
{
    public override string Kind => "SiLU";

    public override LayerRole Role => LayerRole.Activation;

    public override Formula Express(StepBuilder step, Origin origin, Formula input) => input * Sigmoid(input);

    public override Value Build(GraphBuilder graph, Origin origin, Value input) =>
        graph.Append(new SiLUOperation(graph.Name("silu"), origin, input));
}

/// <summary><c>x·sigmoid(x)</c>.</summary>
internal sealed class SiLUOperation(string name, Origin origin, Value input)
    : ElementwiseOperation(name, origin, input.Shape, input)
{
    public override string Title => "SiLU";

    public override string TrainText => "{y} = Aten.Silu({x});";

    public override string DifferentiateText => "{dx} = Aten.SiluBackward({dy}, {x});";

    public override string Formula(string x, string side) => $"{x} * LaneMath.Sigmoid({x})";

    public override string Derivative(string dy, string x, string side) => $"{dy} * LaneMath.Sigmoid({x}) * V.MultiplyAdd({x}, V.Of(1f) - LaneMath.Sigmoid({x}), V.Of(1f))";
}
