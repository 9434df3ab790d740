using Regimen.Compiler.Model;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Tricks;

/// <summary><c>[CosineDecay]</c>: half a cosine over what warm-up leaves.</summary>
internal sealed class CosineDecayTrick : Trick
{
    public override string Attribute => "CosineDecay";

    public override IEnumerable<Scalar> Scalars(AttributeSpec attribute) =>
    [
        Scalar.Number("RateFloor", attribute.Number("Floor", 0), "The rate of the last step.", "{0} >= 0 && double.IsFinite({0})", "at least 0"),
    ];

    public override string Describe(AttributeSpec attribute) => "cosine decay: from η right after the warm-up to the floor on the last step";

    public override bool EmitRate(CodeWriter code, AttributeSpec attribute)
    {
        code.Blank();
        code.Line("// cosine decay over what warm-up leaves");
        code.Line("long span = totalSteps - 1 - warmupSteps;");
        code.Line("double u = span > 0 ? global::System.Math.Min(1, (double)(step - warmupSteps) / span) : 0;");
        code.Line("return RateFloor + (0.5 * (1 + global::System.Math.Cos(global::System.Math.PI * u)) * (peak - RateFloor));");
        return true;
    }
}
