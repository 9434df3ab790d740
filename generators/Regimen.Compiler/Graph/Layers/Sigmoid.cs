using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Graph.Layers;

/// <summary><c>1 / (1 + exp(−x))</c>.</summary>
internal sealed class SigmoidLayer : LayerBuilder
{
    public override string Kind => "Sigmoid";

    public override LayerRole Role => LayerRole.Saturating;

    public override Formula Express(StepBuilder step, Origin origin, Formula input) => Sigmoid(input);
}
