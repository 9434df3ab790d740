using System.Runtime.Intrinsics;
using FsCheck;
using FsCheck.Fluent;
using Regimen.Randomness;

namespace Regimen.Tests.Randomness;

public sealed unsafe class PhiloxTests
{
    /// <summary>The known answers of Random123 1.14, tests/kat_vectors, "philox4x32 10".</summary>
    [Theory]
    [InlineData(0x00000000_00000000ul, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffff_fffffffful, ~0u, ~0u, ~0u, ~0u, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x299f31d0_a4093822ul, 0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void It_gives_the_known_answers(ulong key, uint c0, uint c1, uint c2, uint c3, uint x0, uint x1, uint x2, uint x3) =>
        Assert.Equal((x0, x1, x2, x3), Philox.Block(key, c0, c1, c2, c3));

    [Fact]
    public void The_vector_forms_are_the_scalar_one()
    {
        var words = Gen.Choose(int.MinValue, int.MaxValue).Select(value => (uint)value);
        var counters =
            from low in words
            from high in words
            from c0 in Gen.OneOf(words, Gen.Elements(0u, uint.MaxValue - 3))
            from c1 in words
            from c2 in words
            from c3 in words
            select (key: low | ((ulong)high << 32), c0, c1, c2, c3);

        Prop.ForAll(counters.ToArbitrary(), counter =>
        {
            var expected = Enumerable.Range(0, 8).SelectMany(block =>
            {
                var (x0, x1, x2, x3) = Philox.Block(counter.key, counter.c0 + (uint)block, counter.c1, counter.c2, counter.c3);
                return new[] { x0, x1, x2, x3 };
            }).ToArray();

            var keys = stackalloc ulong[2 * Philox.Rounds];
            Philox.Expand(counter.key, new Span<ulong>(keys, 2 * Philox.Rounds));
            var (first512, second512) = PhiloxVector512.Blocks(keys, counter.c0, counter.c1, counter.c2, counter.c3);
            Assert.Equal(expected, Words(first512).Concat(Words(second512)));
            var (first256, second256) = PhiloxVector256.Blocks(keys, counter.c0, counter.c1, counter.c2, counter.c3);
            Assert.Equal(expected[..16], Words(first256).Concat(Words(second256)));
        }).QuickCheckThrowOnFailure();
    }

    private static uint[] Words(Vector512<uint> vector) => [.. Enumerable.Range(0, 16).Select(i => vector[i])];

    private static uint[] Words(Vector256<uint> vector) => [.. Enumerable.Range(0, 8).Select(i => vector[i])];
}
