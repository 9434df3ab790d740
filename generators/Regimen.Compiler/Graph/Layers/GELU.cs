using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Graph.Layers;

/// <summary><c>x·Φ(x)</c>.</summary>
internal sealed class GELULayer : LayerBuilder
{
    public override string Kind => "GELU";

    public override LayerRole Role => LayerRole.Activation;

    public override Formula Express(StepBuilder step, Origin origin, Formula input) => input * (0.5 * (1 + Erf(input * Math.Sqrt(0.5))));

    public override Value Build(GraphBuilder graph, Origin origin, Value input) =>
        graph.Append(new GELUOperation(graph.Name("gelu"), origin, input));
}

/// <summary><c>x·Φ(x)</c>.</summary>
internal sealed class GELUOperation(string name, Origin origin, Value input)
    : ElementwiseOperation(name, origin, input.Shape, input)
{
    public override string Title => "GELU";

    public override string TrainText => "{y} = Aten.Gelu({x});";

    public override string DifferentiateText => "{dx} = Aten.GeluBackward({dy}, {x});";

    public override string Formula(string x, string side) => $"{x} * LaneMath.NormalDistribution({x})";

    public override string Derivative(string dy, string x, string side) => $"{dy} * V.MultiplyAdd({x}, LaneMath.NormalDensity({x}), LaneMath.NormalDistribution({x}))";
}
