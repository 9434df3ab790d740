namespace Regimen.Randomness;

/// <summary>Orders of 0 … n − 1.</summary>
public static class Permutation
{
    /// <summary>A uniformly random permutation (Fisher and Yates; Durstenfeld 1964).</summary>
    /// <param name="target">[n], overwritten with 0 … n − 1 in random order.</param>
    /// <param name="stream">Where the n − 1 draws come from; it moves on.</param>
    public static void Fill(Span<int> target, ref RandomStream stream)
    {
        Identity(target);

        // On a copy, which the compiler keeps in registers; a reference it would write back at each draw.
        var draws = stream;
        for (var last = target.Length - 1; last > 0; last--)
        {
            var chosen = draws.NextInt(last + 1);
            (target[last], target[chosen]) = (target[chosen], target[last]);
        }

        stream = draws;
    }

    /// <summary>0, 1, … n − 1.</summary>
    /// <param name="target">[n], overwritten.</param>
    public static void Identity(Span<int> target)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = i;
    }
}
