using Regimen.Compiler.Formulas;
using Regimen.Compiler.Model;
using Regimen.Compiler.Tricks;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Recipe.Updates;

/// <summary>Lion (Chen et al. 2023): the sign of an average of the gradient, with decoupled decay.</summary>
internal sealed class Lion(AttributeSpec attribute) : IUpdateRule
{
    public string Name => "Lion";

    public IReadOnlyList<string> Slots => ["mean"];

    public IReadOnlyList<Scalar> Scalars =>
    [
        UpdateScalars.LearningRate(attribute, 1e-4),
        UpdateScalars.Share(attribute, "Beta1", 0.9, "β₁, the share of the average in the direction of a step."),
        UpdateScalars.Share(attribute, "Beta2", 0.99, "β₂, the share that the average keeps."),
    ];

    public string Description => "Lion: w ← w·(1 − ηλ) − η·sign(β₁m + (1 − β₁)g)";

    public Formula Express(UpdateStep update)
    {
        var (rate, beta1, beta2) = (update.Host("rate"), update.Host("Beta1"), update.Host("Beta2"));
        var (news1, news2) = (update.Host("news1", 1 - UpdateStep.Number("Beta1")), update.Host("news2", 1 - UpdateStep.Number("Beta2")));
        var (g, mean) = (update.Gradient, update.Kept("mean"));
        var c = ((beta1 * mean) + (news1 * g)).Named("c");
        var sign = Where(c > 0, 1, Where(c < 0, -1, 0));
        update.Keep("mean", (beta2 * mean) + (news2 * g));
        return update.DecayedWeights - (rate * sign);
    }
}
