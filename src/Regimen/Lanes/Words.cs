using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Regimen.Randomness;

namespace Regimen.Lanes;

/// <summary>
/// Random words of sixteen neighbouring elements. Element e of a sample takes word e mod 4 of <see cref="Philox"/> with key = seed and counter
/// (e/4, sample, epoch, purpose): so a draw depends on neither batch, thread nor register.
/// </summary>
public static unsafe class Words
{
    /// <summary>The words of elements first … first + 15.</summary>
    /// <param name="keyLow">Lower half of the seed.</param>
    /// <param name="keyHigh">Upper half of the seed.</param>
    /// <param name="firstElement">At least 0; a multiple of 4 is faster.</param>
    /// <param name="sample">Index of the sample in its split.</param>
    /// <param name="epoch">From 0.</param>
    /// <param name="purpose">A <see cref="RandomPurpose"/>, with what tells its draws apart in the bits above.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Of(uint keyLow, uint keyHigh, long firstElement, uint sample, uint epoch, uint purpose) => (firstElement & 3) == 0
        ? Blocks(keyLow, keyHigh, (uint)(firstElement >> 2), sample, epoch, purpose)
        : Unaligned(keyLow, keyHigh, firstElement, sample, epoch, purpose);

    /// <summary>Four neighbouring blocks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Blocks(uint keyLow, uint keyHigh, uint block, uint sample, uint epoch, uint purpose)
    {
        if (Vector512.IsHardwareAccelerated && Avx512F.IsSupported)
            return With512(keyLow, keyHigh, block, sample, epoch, purpose);
        if (Vector256.IsHardwareAccelerated && Avx2.IsSupported)
            return Vector512.Create(With256(keyLow, keyHigh, block, sample, epoch, purpose), With256(keyLow, keyHigh, block + 2, sample, epoch, purpose));
        return OneByOne(keyLow, keyHigh, block, sample, epoch, purpose);
    }

    /// <summary>
    /// A block is two 64-bit lanes: the words x0 and x2, which a round multiplies, in the low halves of one register, x1 and x3 in those of
    /// another. A round is then one multiplication, two shuffles that exchange the two products of a block, and two exclusive ors.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<uint> With512(uint keyLow, uint keyHigh, uint block, uint sample, uint epoch, uint purpose)
    {
        var multiplied = Vector512.Create(Pair(block, epoch)) + Vector512.Create(0u, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0);
        var other = Vector512.Create(Pair(sample, purpose));
        var key = Vector512.Create(Pair(keyLow, keyHigh));
        var factor = Vector512.Create(Pair(Philox.Multiplier0, Philox.Multiplier1));
        var weyl = Vector512.Create(Pair(Philox.Weyl0, Philox.Weyl1));
        for (var round = 0; round < Philox.Rounds; round++)
        {
            var product = Avx512F.Multiply(multiplied, factor).AsUInt32();
            multiplied = Avx512F.Shuffle(product, UpperExchanged) ^ other ^ key;
            other = Avx512F.Shuffle(product, LowerExchanged);
            key += weyl;
        }

        var low = Vector512.Create(0xFFFF_FFFFul).AsUInt32();
        return (multiplied & low) | (other.AsUInt64() << 32).AsUInt32();
    }

    /// <summary>Two blocks; as <see cref="With512"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<uint> With256(uint keyLow, uint keyHigh, uint block, uint sample, uint epoch, uint purpose)
    {
        var multiplied = Vector256.Create(Pair(block, epoch), Pair(block + 1, epoch));
        var other = Vector256.Create(Pair(sample, purpose), Pair(sample, purpose));
        var key = Vector256.Create(Pair(keyLow, keyHigh), Pair(keyLow, keyHigh));
        var factor = Vector256.Create(Pair(Philox.Multiplier0, Philox.Multiplier1), Pair(Philox.Multiplier0, Philox.Multiplier1));
        var weyl = Vector256.Create(Pair(Philox.Weyl0, Philox.Weyl1), Pair(Philox.Weyl0, Philox.Weyl1));
        for (var round = 0; round < Philox.Rounds; round++)
        {
            var product = Avx2.Multiply(multiplied, factor).AsUInt32();
            multiplied = Avx2.Shuffle(product, UpperExchanged) ^ other ^ key;
            other = Avx2.Shuffle(product, LowerExchanged);
            key += weyl;
        }

        var low = Vector256.Create(0xFFFF_FFFFul).AsUInt32();
        return (multiplied & low) | (other.AsUInt64() << 32).AsUInt32();
    }

    /// <summary>The definition, for machines without such instructions.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static Vector512<uint> OneByOne(uint keyLow, uint keyHigh, uint block, uint sample, uint epoch, uint purpose)
    {
        Sixteen<uint> words = default;
        for (var index = 0; index < 4; index++)
            (words[4 * index], words[(4 * index) + 1], words[(4 * index) + 2], words[(4 * index) + 3]) = Philox.Block(keyLow | ((ulong)keyHigh << 32), block + (uint)index, sample, epoch, purpose);
        return Vector512.Load((uint*)&words);
    }

    // Of two products in the two 64-bit lanes of a block: the upper half of the other one, and its lower half, moved to where the next round reads.
    private const byte UpperExchanged = 3 | (1 << 4);
    private const byte LowerExchanged = 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Pair(uint first, uint second) => Vector128.Create(first, 0, second, 0);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<uint> Unaligned(uint keyLow, uint keyHigh, long firstElement, uint sample, uint epoch, uint purpose)
    {
        var words = stackalloc uint[2 * Lane.Count];
        var block = (uint)(firstElement >> 2);
        Blocks(keyLow, keyHigh, block, sample, epoch, purpose).Store(words);
        Blocks(keyLow, keyHigh, block + 4, sample, epoch, purpose).Store(words + Lane.Count);
        return Vector512.Load(words + (firstElement & 3));
    }
}
