namespace Regimen.Randomness;

/// <summary>In which order an epoch visits the samples: a function of seed and epoch alone.</summary>
public static class SampleOrder
{
    /// <summary>Writes the order of an epoch.</summary>
    /// <param name="target">[N], overwritten with each of 0 … N − 1 once.</param>
    /// <param name="seed">Key of the run.</param>
    /// <param name="epoch">Epoch from 0.</param>
    /// <param name="shuffle">False gives the order of the files, whatever the epoch.</param>
    public static void Fill(Span<int> target, ulong seed, int epoch, bool shuffle)
    {
        if (!shuffle)
        {
            Permutation.Identity(target);
            return;
        }

        var stream = new RandomStream(seed, RandomPurpose.Order, (uint)epoch, 0);
        Permutation.Fill(target, ref stream);
    }
}
