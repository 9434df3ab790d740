namespace Regimen.Numerics;

/// <summary>
/// What cross-entropy needs beside <see cref="Math"/>. With z the largest logit and s = Σ exp(zₖ − z) over all other classes, log Σ exp zₖ =
/// z + log(1 + s): for a confident sample s is far below the rounding of 1, so that neither z nor 1 may be added before what is small.
/// </summary>
public static class Softmax
{
    /// <summary><c>log(1 + x)</c> with a relative error of a few roundings, however small x is (W. Kahan; see Goldberg 1991, theorem 4).</summary>
    /// <param name="x">At least 0, or NaN.</param>
    public static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        var rounded = sum - 1;

        // Math.Log takes the rounded sum; x / rounded takes the rounding back. Infinity was not rounded.
        if (rounded == 0)
            return x;
        return double.IsFinite(sum) ? Math.Log(sum) * (x / rounded) : sum;
    }
}
