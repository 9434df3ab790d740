namespace Regimen.Randomness;

/// <summary>Initial values of parameters: functions of the seed and the parameter's index alone.</summary>
public static class Initialization
{
    /// <summary>Independent and uniform in [−bound, bound]: as doubles, then rounded, so both element types start alike.</summary>
    /// <param name="target">The parameter's values, overwritten.</param>
    /// <param name="bound">Largest magnitude, finite and at least 0.</param>
    /// <param name="seed">Key of the run.</param>
    /// <param name="parameterIndex">Index of the parameter in the network, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is negative or not finite.</exception>
    public static void Uniform(Span<float> target, double bound, ulong seed, int parameterIndex)
    {
        var stream = Start(bound, seed, parameterIndex);
        foreach (ref var value in target)
            value = (float)Next(ref stream, bound);
    }

    /// <inheritdoc cref="Uniform(Span{float}, double, ulong, int)"/>
    public static void Uniform(Span<double> target, double bound, ulong seed, int parameterIndex)
    {
        var stream = Start(bound, seed, parameterIndex);
        foreach (ref var value in target)
            value = Next(ref stream, bound);
    }

    private static RandomStream Start(double bound, ulong seed, int parameterIndex)
    {
        if (!(bound >= 0 && double.IsFinite(bound)))
            throw new ArgumentOutOfRangeException(nameof(bound), bound, "The bound of an initial weight must be finite and not negative.");

        return new RandomStream(seed, RandomPurpose.Initialization, (uint)parameterIndex, 0);
    }

    private static double Next(ref RandomStream stream, double bound) => ((2 * stream.NextDouble()) - 1) * bound;
}
