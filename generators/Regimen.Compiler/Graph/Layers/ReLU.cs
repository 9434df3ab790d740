using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Graph.Layers;

/// <summary><c>max(x, 0)</c>.</summary>
internal sealed class ReLULayer : LayerBuilder
{
    public override string Kind => "ReLU";

    public override LayerRole Role => LayerRole.Rectifier;

    public override Formula Express(StepBuilder step, Origin origin, Formula input) => Max(input, 0);

    public override Value Build(GraphBuilder graph, Origin origin, Value input) =>
        graph.Append(new ReLUOperation(graph.Name("relu"), origin, input));
}

/// <summary><c>max(x, 0)</c>.</summary>
internal sealed class ReLUOperation(string name, Origin origin, Value input)
    : ElementwiseOperation(name, origin, input.Shape, input)
{
    public override string Title => "ReLU";

    public override string TrainText => "{y} = Aten.Relu({x});";

    public override string DifferentiateText => "{dx} = Aten.ThresholdBackward({dy}, {y}, 0);";

    public override string Formula(string x, string side) => $"V.Max({x}, V.Zero)";

    public override string Derivative(string dy, string x, string side) => $"V.Select(V.Greater({x}, V.Zero), {dy}, V.Zero)";
}
