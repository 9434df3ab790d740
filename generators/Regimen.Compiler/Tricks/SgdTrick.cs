using Regimen.Compiler.Model;
using Updates = Regimen.Compiler.Recipe.Updates;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Tricks;

/// <summary><c>[Sgd]</c>: stochastic gradient descent with momentum.</summary>
internal sealed class SgdTrick : Trick
{
    public override string Attribute => "Sgd";

    public override string Structure(AttributeSpec attribute) => $"Sgd(Nesterov = {Literal.Of(attribute.Flag("Nesterov", false))})";

    public override IEnumerable<Scalar> Scalars(AttributeSpec attribute) => new Updates.Sgd(attribute).Scalars;

    public override string Describe(AttributeSpec attribute) => new Updates.Sgd(attribute).Description;
}
