using Regimen.Compiler.Formulas;
using Regimen.Compiler.Text;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Graph.Layers;

/// <summary>ReLU with a slope on the negative side.</summary>
internal sealed class LeakyReLULayer : LayerBuilder
{
    public override string Kind => "LeakyReLU";

    public override LayerRole Role => LayerRole.Rectifier;

    public override Formula Express(StepBuilder step, Origin origin, Formula input) =>
        Where(input > 0, input, Read(origin) * input);

    public override Value Build(GraphBuilder graph, Origin origin, Value input) =>
        graph.Append(new LeakyReLUOperation(graph.Name("leakyRelu"), origin, input, Read(origin)));

    private static double Read(Origin origin)
    {
        var slope = Number(origin, "slope");
        if (double.IsNaN(slope) || double.IsInfinity(slope))
            throw GraphProblemException.Constant("slope is not a finite number", "PyTorch's default is 0.01.");
        return slope;
    }
}

/// <summary><c>x</c> where positive, else <c>slope·x</c>.</summary>
internal sealed class LeakyReLUOperation(string name, Origin origin, Value input, double slope)
    : ElementwiseOperation(name, origin, input.Shape, input)
{
    private string Slope => $"V.Of((float){Literal.Of(slope)})";

    public override string Title => "LeakyReLU";

    public override string Constants => Literal.Of(slope);

    public override string TrainText => $"{{y}} = Aten.LeakyRelu({{x}}, {Literal.Of(slope)});";

    public override string DifferentiateText => $"{{dx}} = Aten.LeakyReluBackward({{dy}}, {{x}}, {Literal.Of(slope)});";

    public override string Formula(string x, string side) => $"V.Select(V.Greater({x}, V.Zero), {x}, {x} * {Slope})";

    public override string Derivative(string dy, string x, string side) => $"V.Select(V.Greater({x}, V.Zero), {dy}, {dy} * {Slope})";
}
