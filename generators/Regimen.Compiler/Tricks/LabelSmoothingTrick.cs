using Regimen.Compiler.Model;

namespace Regimen.Compiler.Tricks;

/// <summary><c>[LabelSmoothing]</c>: softer targets.</summary>
internal sealed class LabelSmoothingTrick : Trick
{
    public override string Attribute => "LabelSmoothing";

    public override string Smoothing => "LabelSmoothing";

    public override IEnumerable<Scalar> Scalars(AttributeSpec attribute) =>
    [
        Scalar.Number("LabelSmoothing", attribute.Number("epsilon", 0.1), "ε of the training target (1 − ε)·onehot + ε/K.", "{0} >= 0 && {0} < 1", "in [0, 1)", inStep: true),
    ];

    public override string Describe(AttributeSpec attribute) => "label smoothing: target = (1 − ε)·onehot + ε/K, in training only";
}
