using Regimen.Compiler.Model;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Tricks;

/// <summary><c>[Mixup]</c>: mixtures of two samples.</summary>
internal sealed class MixupTrick : Trick
{
    public override string Attribute => "Mixup";

    public override string Structure(AttributeSpec attribute) =>
        $"Mixup(PerSample = {Literal.Of(attribute.Flag("PerSample", false))}, Symmetric = {Literal.Of(attribute.Flag("Symmetric", false))})";

    public override bool MixesSamples => true;

    public override IEnumerable<Scalar> Scalars(AttributeSpec attribute) =>
    [
        Scalar.Number("MixupAlpha", attribute.Number("alpha", 0.2), "α of mixup's λ ~ Beta(α, α).", "{0} >= 1e-300 && {0} <= 1e300", "between 1e-300 and 1e300"),
    ];

    public override string Describe(AttributeSpec attribute) =>
        $"mixup: λ ~ Beta(α, α), one per {(attribute.Flag("PerSample", false) ? "sample" : "batch")}{(attribute.Flag("Symmetric", false) ? ", the larger share kept" : "")}";

    public override void EmitBatch(CodeWriter code, AttributeSpec attribute) => code.Line(
        $"run.Current.DrawMixup(base.Key, run.Epoch, run.Batch, MixupAlpha, perSample: {Literal.Of(attribute.Flag("PerSample", false))}, symmetric: {Literal.Of(attribute.Flag("Symmetric", false))});");
}
