using Regimen.Compiler.Model;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Tricks;

/// <summary><c>[LinearScaling]</c>: the rate grows with the batch.</summary>
internal sealed class LinearScalingTrick : Trick
{
    public override string Attribute => "LinearScaling";

    public override IEnumerable<Scalar> Scalars(AttributeSpec attribute) =>
    [
        new("ReferenceBatch", "int", Literal.Of(attribute.Integer("ReferenceBatch", 256)), "The batch size for which the rate was declared.", "{0} >= 1", "at least 1"),
    ];

    public override string Describe(AttributeSpec attribute) => "linear scaling: η = declared rate · B / reference batch";

    public override bool EmitRate(CodeWriter code, AttributeSpec attribute)
    {
        code.Line("peak *= (double)BatchSize / ReferenceBatch;", "linear scaling");
        return false;
    }
}
