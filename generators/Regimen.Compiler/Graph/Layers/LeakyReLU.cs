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

    private static double Read(Origin origin)
    {
        var slope = Number(origin, "slope");
        if (double.IsNaN(slope) || double.IsInfinity(slope))
            throw GraphProblemException.Constant("slope is not a finite number", "PyTorch's default is 0.01.");
        return slope;
    }
}
