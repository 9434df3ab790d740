namespace Regimen.Randomness;

/// <summary>The draws of mixup (Zhang et al. 2018): functions of seed, epoch and batch alone.</summary>
public static class MixupDraw
{
    /// <summary>The share λ ~ Beta(α, α) of a batch's own samples.</summary>
    /// <param name="seed">Key of the run.</param>
    /// <param name="epoch">Epoch from 0.</param>
    /// <param name="batch">Batch in the epoch, from 0.</param>
    /// <param name="alpha">α &gt; 0.</param>
    /// <param name="symmetric">Whether to return max(λ, 1 − λ).</param>
    /// <returns>In [0, 1]; in [½, 1] where symmetric.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not positive.</exception>
    public static double Lambda(ulong seed, int epoch, int batch, double alpha, bool symmetric)
    {
        var stream = new RandomStream(seed, RandomPurpose.Mixup, (uint)epoch, (uint)batch);
        return Next(ref stream, alpha, symmetric);
    }

    /// <summary>A share λ ~ Beta(α, α) per sample; the first is the one that <see cref="Lambda"/> returns.</summary>
    /// <param name="target">[B], overwritten.</param>
    /// <param name="seed">Key of the run.</param>
    /// <param name="epoch">Epoch from 0.</param>
    /// <param name="batch">Batch in the epoch, from 0.</param>
    /// <param name="alpha">α &gt; 0.</param>
    /// <param name="symmetric">Whether to write max(λ, 1 − λ).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not positive.</exception>
    public static void Lambdas(Span<double> target, ulong seed, int epoch, int batch, double alpha, bool symmetric)
    {
        var stream = new RandomStream(seed, RandomPurpose.Mixup, (uint)epoch, (uint)batch);
        foreach (ref var lambda in target)
            lambda = Next(ref stream, alpha, symmetric);
    }

    /// <summary>With which sample of the batch each sample is mixed: a random permutation, so some may meet themselves.</summary>
    /// <param name="target">[B], overwritten with each of 0 … B − 1 once.</param>
    /// <param name="seed">Key of the run.</param>
    /// <param name="epoch">Epoch from 0.</param>
    /// <param name="batch">Batch in the epoch, from 0.</param>
    public static void Partners(Span<int> target, ulong seed, int epoch, int batch)
    {
        var stream = new RandomStream(seed, RandomPurpose.MixupPartner, (uint)epoch, (uint)batch);
        Permutation.Fill(target, ref stream);
    }

    private static double Next(ref RandomStream stream, double alpha, bool symmetric)
    {
        var lambda = stream.NextBeta(alpha, alpha);
        return symmetric ? Math.Max(lambda, 1 - lambda) : lambda;
    }
}
