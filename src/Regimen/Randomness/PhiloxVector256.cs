using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Regimen.Randomness;

/// <summary>
/// <see cref="Philox.Block"/> for 4 consecutive block numbers at once. Each word of the counter sits in the low half of a 64-bit lane: the
/// multiplication 32×32→64 reads only that half, so whatever is left in the upper one needs no clearing.
/// </summary>
internal static unsafe class PhiloxVector256
{
    /// <summary>Words per call.</summary>
    public const int Words = 16;

    /// <summary>The words of blocks first … first + 3, in order: the first two blocks, then the other two.</summary>
    /// <remarks>The keys come from <see cref="Philox.Expand"/>: broadcasting them from memory is cheaper than from general registers.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<uint> First, Vector256<uint> Second) Blocks(ulong* keys, uint first, uint c1, uint c2, uint c3)
    {
        // Even lanes take blocks 0 and 1, odd lanes 2 and 3: interleaving then leaves each result in order without a full transpose.
        var x0 = Vector256.Create((ulong)first) + Vector256.Create(0ul, 2, 1, 3);
        var x1 = Vector256.Create((ulong)c1);
        var x2 = Vector256.Create((ulong)c2);
        var x3 = Vector256.Create((ulong)c3);
        for (var round = 0; round < Philox.Rounds; round++)
        {
            var product0 = MultiplyLow(x0, Philox.Multiplier0);
            var product1 = MultiplyLow(x2, Philox.Multiplier1);
            x0 = (product1 >> 32) ^ x1 ^ Vector256.Create(keys[2 * round]);
            x2 = (product0 >> 32) ^ x3 ^ Vector256.Create(keys[(2 * round) + 1]);
            x1 = product1;
            x3 = product0;
        }

        var low = Vector256.Create(0xFFFF_FFFFul);
        var words01 = (x0 & low) | (x1 << 32);
        var words23 = (x2 & low) | (x3 << 32);
        var even = Vector256.Create(~0ul, 0, ~0ul, 0);
        return (Vector256.ConditionalSelect(even, words01, Swap(words23)).AsUInt32(),
                Vector256.ConditionalSelect(even, Swap(words01), words23).AsUInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Swap(Vector256<ulong> value) => Vector256.Shuffle(value, Vector256.Create(1ul, 0, 3, 2));

    // The neutral product of 64-bit lanes costs three times as much as the one instruction that multiplies low halves.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> MultiplyLow(Vector256<ulong> value, uint factor) => Avx2.IsSupported
        ? Avx2.Multiply(value.AsUInt32(), Vector256.Create((ulong)factor).AsUInt32())
        : (value & Vector256.Create(0xFFFF_FFFFul)) * Vector256.Create((ulong)factor);
}
