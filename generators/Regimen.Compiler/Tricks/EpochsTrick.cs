using Regimen.Compiler.Model;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Tricks;

/// <summary><c>[Epochs]</c>: the length of the run.</summary>
internal sealed class EpochsTrick : Trick
{
    public override string Attribute => "Epochs";

    public override string? Structure(AttributeSpec attribute) => null;

    public override IEnumerable<Scalar> Scalars(AttributeSpec attribute) =>
    [
        new("Epochs", "int", Literal.Of(attribute.Integer("count", 1)), "How often the training data is passed through.", "{0} >= 1", "at least 1", Overrides: true),
    ];
}
