using Regimen.Compiler.Graph;
using Regimen.Compiler.Model;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Tricks;

/// <summary><c>[WeightDecay]</c>: L2 decay of weights, by role.</summary>
internal sealed class WeightDecayTrick : Trick
{
    public override string Attribute => "WeightDecay";

    public override string Structure(AttributeSpec attribute) =>
        $"WeightDecay(IncludeBias = {Literal.Of(attribute.Flag("IncludeBias", false))}, IncludeNorm = {Literal.Of(attribute.Flag("IncludeNorm", false))})";

    public override IEnumerable<Scalar> Scalars(AttributeSpec attribute) =>
    [
        Scalar.Number("WeightDecay", attribute.Number("rate", 5e-4), "λ of the L2 decay.", "{0} >= 0 && double.IsFinite({0})", "at least 0", inStep: true),
    ];

    public override string Describe(AttributeSpec attribute) => "weight decay: λw is added to the gradient of the decayed parameters";

    public override string? Decay(AttributeSpec attribute, ParameterRole role) => role switch
    {
        ParameterRole.Weight => "WeightDecay",
        ParameterRole.Bias when attribute.Flag("IncludeBias", false) => "WeightDecay",
        ParameterRole.NormScale or ParameterRole.NormShift when attribute.Flag("IncludeNorm", false) => "WeightDecay",
        _ => null,
    };
}
