using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Graph.Layers;

/// <summary><c>max(x, 0)</c>.</summary>
internal sealed class ReLULayer : LayerBuilder
{
    public override string Kind => "ReLU";

    public override LayerRole Role => LayerRole.Rectifier;

    public override Formula Express(StepBuilder step, Origin origin, Formula input) => Max(input, 0);
}
