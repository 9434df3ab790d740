using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Graph.Layers;

/// <summary>Hyperbolic tangent.</summary>
internal sealed class TanhLayer : LayerBuilder
{
    public override string Kind => "Tanh";

    public override LayerRole Role => LayerRole.Saturating;

    public override Formula Express(StepBuilder step, Origin origin, Formula input) => Tanh(input);
}
