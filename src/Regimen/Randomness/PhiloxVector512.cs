using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Regimen.Randomness;

/// <summary>
/// <see cref="Philox.Block"/> for 8 consecutive block numbers at once. Each word of the counter sits in the low half of a 64-bit lane: the
/// multiplication 32×32→64 reads only that half, so whatever is left in the upper one needs no clearing.
/// </summary>
internal static unsafe class PhiloxVector512
{
    /// <summary>Words per call.</summary>
    public const int Words = 32;

    /// <summary>The words of blocks first … first + 7, in order: the first four blocks, then the other four.</summary>
    /// <remarks>The keys come from <see cref="Philox.Expand"/>: broadcasting them from memory is cheaper than from general registers.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<uint> First, Vector512<uint> Second) Blocks(ulong* keys, uint first, uint c1, uint c2, uint c3)
    {
        // Even lanes take blocks 0 to 3, odd lanes 4 to 7: interleaving then leaves each result in order without a full transpose.
        var x0 = Vector512.Create((ulong)first) + Vector512.Create(0ul, 4, 1, 5, 2, 6, 3, 7);
        var x1 = Vector512.Create((ulong)c1);
        var x2 = Vector512.Create((ulong)c2);
        var x3 = Vector512.Create((ulong)c3);
        for (var round = 0; round < Philox.Rounds; round++)
        {
            var product0 = MultiplyLow(x0, Philox.Multiplier0);
            var product1 = MultiplyLow(x2, Philox.Multiplier1);
            x0 = (product1 >> 32) ^ x1 ^ Vector512.Create(keys[2 * round]);
            x2 = (product0 >> 32) ^ x3 ^ Vector512.Create(keys[(2 * round) + 1]);
            x1 = product1;
            x3 = product0;
        }

        var low = Vector512.Create(0xFFFF_FFFFul);
        var words01 = (x0 & low) | (x1 << 32);
        var words23 = (x2 & low) | (x3 << 32);
        var even = Vector512.Create(~0ul, 0, ~0ul, 0, ~0ul, 0, ~0ul, 0);
        return (Vector512.ConditionalSelect(even, words01, Swap(words23)).AsUInt32(),
                Vector512.ConditionalSelect(even, Swap(words01), words23).AsUInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Swap(Vector512<ulong> value) => Vector512.Shuffle(value, Vector512.Create(1ul, 0, 3, 2, 5, 4, 7, 6));

    // The neutral product of 64-bit lanes costs three times as much as the one instruction that multiplies low halves.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> MultiplyLow(Vector512<ulong> value, uint factor) => Avx512F.IsSupported
        ? Avx512F.Multiply(value.AsUInt32(), Vector512.Create((ulong)factor).AsUInt32())
        : (value & Vector512.Create(0xFFFF_FFFFul)) * Vector512.Create((ulong)factor);
}
