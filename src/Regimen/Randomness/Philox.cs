using System.Runtime.CompilerServices;

namespace Regimen.Randomness;

/// <summary>
/// Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3"): a function from a key and a counter to
/// 128 random bits. No state, so any draw can be made anywhere, in any order.
/// </summary>
public static class Philox
{
    internal const int Rounds = 10;
    internal const uint Multiplier0 = 0xD2511F53;
    internal const uint Multiplier1 = 0xCD9E8D57;

    /// <summary>The golden ratio's fraction, added to the key's low half each round.</summary>
    internal const uint Weyl0 = 0x9E3779B9;

    /// <summary>√3 − 1, added to the key's high half each round.</summary>
    internal const uint Weyl1 = 0xBB67AE85;

    /// <summary>Four independent, uniform 32-bit numbers: the same for the same key and counter, on every machine.</summary>
    /// <param name="key">Low half is the first key word of the paper, high half the second.</param>
    /// <param name="c0">First word of the counter.</param>
    /// <param name="c1">Second word of the counter.</param>
    /// <param name="c2">Third word of the counter.</param>
    /// <param name="c3">Fourth word of the counter.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (uint X0, uint X1, uint X2, uint X3) Block(ulong key, uint c0, uint c1, uint c2, uint c3)
    {
        var k0 = (uint)key;
        var k1 = (uint)(key >> 32);
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = (ulong)Multiplier0 * c0;
            var product1 = (ulong)Multiplier1 * c2;
            (c0, c1, c2, c3) = ((uint)(product1 >> 32) ^ c1 ^ k0, (uint)product1, (uint)(product0 >> 32) ^ c3 ^ k1, (uint)product0);
            k0 += Weyl0;
            k1 += Weyl1;
        }

        return (c0, c1, c2, c3);
    }

    /// <summary>The keys of all rounds, for forms that use one key for many counters: low, high, low, high, …, each in 64 bits.</summary>
    /// <param name="key">As of <see cref="Block"/>.</param>
    /// <param name="keys">[2·<see cref="Rounds"/>], overwritten.</param>
    internal static void Expand(ulong key, Span<ulong> keys)
    {
        for (var round = 0u; round < Rounds; round++)
        {
            keys[(int)(2 * round)] = (uint)key + (round * Weyl0);
            keys[(int)((2 * round) + 1)] = (uint)(key >> 32) + (round * Weyl1);
        }
    }
}
