using Regimen.Compiler.Formulas;
using Regimen.Compiler.Model;
using Regimen.Compiler.Tricks;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Recipe.Updates;

/// <summary>Adam (Kingma and Ba 2015) with L2 decay, as <c>torch.optim.Adam</c>.</summary>
internal sealed class Adam(AttributeSpec attribute) : IUpdateRule
{
    public string Name => "Adam";

    public IReadOnlyList<string> Slots => AdamMoments.Slots;

    public IReadOnlyList<Scalar> Scalars => AdamMoments.Scalars(attribute);

    public string Description => "Adam: w ← w − η·m̂/(√v̂ + ε), weight decay in the gradient";

    public Formula Express(UpdateStep update) => update.Weights - AdamMoments.Change(update, update.GradientWithDecay.Named("g"));
}

/// <summary>Adam with decoupled decay (Loshchilov and Hutter 2019), as <c>torch.optim.AdamW</c>.</summary>
internal sealed class AdamW(AttributeSpec attribute) : IUpdateRule
{
    public string Name => "AdamW";

    public IReadOnlyList<string> Slots => AdamMoments.Slots;

    public IReadOnlyList<Scalar> Scalars => AdamMoments.Scalars(attribute);

    public string Description => "AdamW: w ← w·(1 − ηλ) − η·m̂/(√v̂ + ε)";

    public Formula Express(UpdateStep update) => update.DecayedWeights - AdamMoments.Change(update, update.Gradient);
}

/// <summary>What Adam and AdamW have in common: the averages of the gradient and of its square.</summary>
internal static class AdamMoments
{
    public static IReadOnlyList<string> Slots => ["mean", "variance"];

    public static IReadOnlyList<Scalar> Scalars(AttributeSpec attribute) =>
    [
        UpdateScalars.LearningRate(attribute, 1e-3),
        UpdateScalars.Share(attribute, "Beta1", 0.9, "β₁, the share that the average of the gradient keeps."),
        UpdateScalars.Share(attribute, "Beta2", 0.999, "β₂, the share that the average of its square keeps."),
        UpdateScalars.Epsilon(attribute, 1e-8),
    ];

    /// <summary>η·m̂/(√v̂ + ε).</summary>
    public static Formula Change(UpdateStep update, Formula g)
    {
        var beta2 = update.Host("Beta2");
        var (news1, news2) = (update.Host("news1", 1 - UpdateStep.Number("Beta1")), update.Host("news2", 1 - UpdateStep.Number("Beta2")));
        var stepSize = update.Host("stepSize", UpdateStep.Rate / UpdateStep.Correction("Beta1"));
        var root = update.Host("root", Sqrt(UpdateStep.Correction("Beta2")));
        var mean = update.Kept("mean");
        var m = update.Keep("mean", mean + (news1 * (g - mean)));
        var v = update.Keep("variance", (beta2 * update.Kept("variance")) + (news2 * g * g));
        return stepSize * m / ((Sqrt(v) / root) + update.Host("Epsilon"));
    }
}
