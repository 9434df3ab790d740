namespace Regimen.Training.Tests.Logits;

/// <summary>Softmax cross-entropy in double, every sum of terms of one sign.</summary>
internal static class CrossEntropy
{
    /// <summary>(1 − ε)·(λ·onehot + (1 − λ)·onehot of the partner) + ε/10.</summary>
    public static double[] Target(int label, int partner, double share, double smoothing)
    {
        var target = new double[10];
        Array.Fill(target, smoothing / 10);
        target[label] += (1 - smoothing) * share;
        target[partner] += (1 - smoothing) * (1 - share);
        return target;
    }

    /// <summary>−Σ target·log softmax.</summary>
    public static double Loss(float[] logits, double[] target)
    {
        double largest = logits.Max();
        return LogOnePlus(Others(logits)) + logits.Select((logit, k) => target[k] * (largest - logit)).Sum();
    }

    /// <summary>softmax − target at class <paramref name="k"/>. Of the largest, 1 − target is summed from the other targets.</summary>
    public static double Gradient(float[] logits, double[] target, int k)
    {
        var best = Array.IndexOf(logits, logits.Max());
        var others = Others(logits);
        return k == best
            ? target.Where((_, other) => other != best).Sum() - (others / (1 + others))
            : (Math.Exp((double)logits[k] - logits[best]) / (1 + others)) - target[k];
    }

    /// <summary>log(1 + x) = 2·artanh(x / (2 + x)), of which the series for small x loses nothing.</summary>
    private static double LogOnePlus(double x)
    {
        if (x > 1)
            return Math.Log(1 + x);
        var z = x / (2 + x);
        var sum = 0.0;
        for (var power = 41; power > 0; power -= 2)
            sum = (sum * z * z) + (1.0 / power);
        return 2 * z * sum;
    }

    private static double Others(float[] logits)
    {
        var best = Array.IndexOf(logits, logits.Max());
        return logits.Where((_, k) => k != best).Sum(logit => Math.Exp((double)logit - logits[best]));
    }
}
