using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Graph.Layers;

/// <summary><c>x·Φ(x)</c>.</summary>
internal sealed class GELULayer : LayerBuilder
{
    public override string Kind => "GELU";

    public override LayerRole Role => LayerRole.Activation;

    public override Formula Express(StepBuilder step, Origin origin, Formula input) => input * (0.5 * (1 + Erf(input * Math.Sqrt(0.5))));
}
