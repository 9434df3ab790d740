using Regimen.Compiler.Model;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Tricks;

/// <summary><c>[Experiment]</c>: the seed.</summary>
internal sealed class ExperimentTrick : Trick
{
    public override string Attribute => "Experiment";

    public override string? Structure(AttributeSpec attribute) => null;

    public override IEnumerable<Scalar> Scalars(AttributeSpec attribute) =>
    [
        new("Seed", "int", Literal.Of(attribute.Integer("Seed", 1)), "Key of every random draw.", "true", "any whole number", Overrides: true),
    ];
}
