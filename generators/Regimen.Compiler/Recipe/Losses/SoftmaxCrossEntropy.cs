using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Recipe.Losses;

/// <summary>What a loss makes of a batch.</summary>
/// <param name="Mean">Real, without axes: the mean over the batch, which the gradient is of.</param>
/// <param name="Sum">Double, without axes: the sum over the batch.</param>
/// <param name="Correct">Double, without axes: the number of right answers, each weighted by its share in the target.</param>
internal sealed record LossFormulas(Formula Mean, Formula Sum, Formula Correct);

/// <summary>Cross-entropy of the softmax over classes: −Σ target·log softmax(z), the mean over the batch.</summary>
internal static class SoftmaxCrossEntropy
{
    /// <param name="logits">Real[B, K].</param>
    /// <param name="labels">What the classes should be given.</param>
    public static LossFormulas Express(Formula logits, SoftLabels labels)
    {
        // −Σ t·(z − largest − logSum), where Σ t = 1. Both terms are at least 0, so nothing cancels however sure the network is.
        var target = labels.Target(logits.Type.Axes[1]);
        var (largest, logSum) = LogSumExp(logits, 1);
        var loss = (logSum.Named("logSum") + Sum(target * (largest.Named("largest") - logits), 1)).Named("loss");
        var hits = labels.ShareOf(ArgMax(logits, 1), ElementType.Double);
        return new(
            SumAll(loss) / Count(logits.Type.Axes[0]),
            SumAll(Cast.Of(loss, ElementType.Double)),
            SumAll(hits));
    }
}
