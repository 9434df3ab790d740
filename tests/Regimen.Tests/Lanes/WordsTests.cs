using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using FsCheck;
using FsCheck.Fluent;
using Regimen.Lanes;
using Regimen.Randomness;

namespace Regimen.Tests.Lanes;

public sealed class WordsTests
{
    [Fact]
    public void They_are_those_of_the_scalar_definition_from_any_element_on()
    {
        var words = Gen.Choose(int.MinValue, int.MaxValue).Select(value => (uint)value);
        var draws =
            from low in words
            from high in words
            from first in Gen.OneOf(Gen.Choose(0, 1000), Gen.Choose(0, int.MaxValue)).Select(value => (long)value)
            from sample in words
            from epoch in words
            from purpose in words
            select (low, high, first, sample, epoch, purpose);

        Prop.ForAll(draws.ToArbitrary(), draw =>
        {
            var expected = Enumerable.Range(0, Lane.Count).Select(lane => Word(draw.low | ((ulong)draw.high << 32), draw.first + lane, draw.sample, draw.epoch, draw.purpose));
            Assert.Equal(expected, Values(Words.Of(draw.low, draw.high, draw.first, draw.sample, draw.epoch, draw.purpose)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_width_gives_the_same()
    {
        var random = new Random(1);
        for (var turn = 0; turn < 100; turn++)
        {
            uint low = Next(), high = Next(), block = turn == 0 ? uint.MaxValue - 1 : Next(), sample = Next(), epoch = Next(), purpose = Next();
            var expected = Values(Words.OneByOne(low, high, block, sample, epoch, purpose));
            if (Avx512F.IsSupported)
                Assert.Equal(expected, Values(Words.With512(low, high, block, sample, epoch, purpose)));
            if (Avx2.IsSupported)
            {
                var lower = Words.With256(low, high, block, sample, epoch, purpose);
                var upper = Words.With256(low, high, block + 2, sample, epoch, purpose);
                Assert.Equal(expected, Values(Vector512.Create(lower, upper)));
            }
        }

        uint Next() => (uint)random.NextInt64(1L << 32);
    }

    [Fact]
    public void They_drop_what_dropout_drops()
    {
        const ulong Seed = 0x1234_5678_9ABC_DEF0;
        const double Probability = 0.3;
        var mask = new float[64];
        int[] samples = [17];
        unsafe
        {
            fixed (float* to = mask)
            fixed (int* sample = samples)
                DropoutMask.Fill(to, sample, 1, mask.Length, Seed, epoch: 4, layer: 2, Probability);
        }

        for (var first = 0; first < mask.Length; first += Lane.Count)
        {
            var words = Words.Of(unchecked((uint)Seed), (uint)(Seed >> 32), first, 17, 4, DropoutMask.Purpose(2));
            var kept = Laned.Values<Lanes512<float, Full>, float>(Lanes512<float, Full>.AtLeast(words, DropoutMask.Threshold(Probability)));
            for (var lane = 0; lane < Lane.Count; lane++)
                Assert.Equal(mask[first + lane] != 0, BitConverter.SingleToUInt32Bits(kept[lane]) == uint.MaxValue);
        }
    }

    private static uint Word(ulong key, long element, uint sample, uint epoch, uint purpose)
    {
        var (x0, x1, x2, x3) = Philox.Block(key, (uint)(element / 4), sample, epoch, purpose);
        return (element % 4) switch { 0 => x0, 1 => x1, 2 => x2, _ => x3 };
    }

    private static uint[] Values(Vector512<uint> vector) => [.. Enumerable.Range(0, Lane.Count).Select(lane => vector[lane])];
}
