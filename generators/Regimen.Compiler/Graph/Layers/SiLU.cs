using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Graph.Layers;

/// <summary><c>x·sigmoid(x)</c>.</summary>
internal sealed class SiLULayer : LayerBuilder
{
    public override string Kind => "SiLU";

    public override LayerRole Role => LayerRole.Activation;

    public override Formula Express(StepBuilder step, Origin origin, Formula input) => input * Sigmoid(input);
}
