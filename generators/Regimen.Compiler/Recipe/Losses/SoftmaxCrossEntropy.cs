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
        // −Σ t·log softmax = Σ t·gap + log Σ exp(−gap), where gap = largest − z and Σ t = 1. The largest itself has the gap 0 by definition, and its
        // power of 1 enters through Log1p: so no term cancels however sure the network is. The gradient follows from that: each other class has
        // softmax − t, and the largest what they leave, instead of a difference of two numbers near 1.
        var target = labels.Target(logits.Type.Axes[1]);
        var isLargest = IsFirstLargest(logits, 1);
        var gap = Where(isLargest, 0, Broadcast.Of(Largest(logits, 1).Named("largest"), logits.Type.Axes) - logits).Named("gap");
        var logSum = Log1p(Sum(Where(isLargest, 0, Exp(-gap)), 1)).Named("logSum");
        var loss = (logSum + Sum(target * gap, 1)).Named("loss");
        var hits = labels.ShareOf(ArgMax(logits, 1), ElementType.Double);
        return new(
            SumAll(loss) / Count(logits.Type.Axes[0]),
            SumAll(Cast.Of(loss, ElementType.Double)),
            SumAll(hits));
    }
}
