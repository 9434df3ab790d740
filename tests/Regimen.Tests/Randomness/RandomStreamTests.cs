using Regimen.Randomness;

namespace Regimen.Tests.Randomness;

/// <summary>Statistics over fixed seeds, so each test always gives the same result; bounds are five standard errors unless said.</summary>
public sealed class RandomStreamTests
{
    private const int Draws = 200_000;

    [Fact]
    public void Words_are_those_of_the_documented_counters()
    {
        var stream = new RandomStream(42, RandomPurpose.Mixup, major: 7, minor: 9);
        for (uint block = 0; block < 5; block++)
        {
            var (x0, x1, x2, x3) = Philox.Block(42, block, 9, 7, 2);
            Assert.Equal([x0, x1, x2, x3], [stream.NextUInt32(), stream.NextUInt32(), stream.NextUInt32(), stream.NextUInt32()]);
        }
    }

    [Fact]
    public void A_double_is_the_upper_53_bits_of_two_words()
    {
        var words = Stream(1);
        var doubles = Stream(1);
        for (var i = 0; i < 100; i++)
        {
            var bits = ((ulong)words.NextUInt32() << 32) | words.NextUInt32();
            Assert.Equal((bits >> 11) / 9007199254740992.0, doubles.NextDouble());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(1000)]
    public void Integers_are_uniform_below_the_bound(int bound)
    {
        var stream = Stream(2);
        var counts = new int[bound];
        for (var i = 0; i < Draws; i++)
            counts[stream.NextInt(bound)]++;

        var expected = (double)Draws / bound;
        var chiSquare = counts.Sum(count => (count - expected) * (count - expected) / expected);
        Assert.InRange(chiSquare, 0, bound - 1 + (5 * Math.Sqrt(2 * bound)));
    }

    [Fact]
    public void Integers_are_unbiased_where_a_plain_product_would_not_be()
    {
        // 2³² = 8/3 · bound: without rejection, results of one residue mod 3 would come 2 times where the others come 3 times.
        const int Bound = 3 << 29;
        var stream = Stream(3);
        var counts = new int[3];
        for (var i = 0; i < Draws; i++)
            counts[stream.NextInt(Bound) % 3]++;

        var error = Math.Sqrt(Draws * (2.0 / 9));
        Assert.All(counts, count => Assert.InRange(count, (Draws / 3.0) - (5 * error), (Draws / 3.0) + (5 * error)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_bound_below_one_is_refused(int bound) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Stream(1).NextInt(bound));

    [Fact]
    public void Normals_have_the_moments_of_the_normal_distribution()
    {
        var stream = Stream(4);
        var (mean, variance, fourth) = (0.0, 0.0, 0.0);
        for (var i = 0; i < Draws; i++)
        {
            var x = stream.NextNormal();
            mean += x / Draws;
            variance += x * x / Draws;
            fourth += x * x * x * x / Draws;
        }

        Assert.Equal(0, mean, 5 / Math.Sqrt(Draws));
        Assert.Equal(1, variance, 5 * Math.Sqrt(2.0 / Draws));
        Assert.Equal(3, fourth, 5 * Math.Sqrt(96.0 / Draws));
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(3.7)]
    [InlineData(100)]
    public void Gammas_have_mean_and_variance_equal_to_their_shape(double shape)
    {
        var stream = Stream(5);
        var (mean, variance) = (0.0, 0.0);
        for (var i = 0; i < Draws; i++)
        {
            var x = stream.NextGamma(shape);
            mean += x / Draws;
            variance += (x - shape) * (x - shape) / Draws;
        }

        // The variance of (x − k)² is 2k² + 6k.
        Assert.Equal(shape, mean, 5 * Math.Sqrt(shape / Draws));
        Assert.Equal(shape, variance, 5 * Math.Sqrt(((2 * shape * shape) + (6 * shape)) / Draws));
    }

    [Theory]
    [InlineData(0.2, 0.2)]
    [InlineData(1, 1)]
    [InlineData(0.5, 3)]
    [InlineData(8, 2)]
    [InlineData(1e-3, 1e-3)]
    [InlineData(1e-3, 2)]
    [InlineData(1e-300, 1e-300)]
    public void Betas_have_their_mean_and_variance_and_are_never_NaN(double a, double b)
    {
        var stream = Stream(6);
        var expected = a / (a + b);
        var (mean, variance) = (0.0, 0.0);
        for (var i = 0; i < Draws; i++)
        {
            var x = stream.NextBeta(a, b);
            Assert.InRange(x, 0, 1);
            mean += x / Draws;
            variance += (x - expected) * (x - expected) / Draws;
        }

        var expectedVariance = expected * (b / (a + b)) / (a + b + 1);
        Assert.Equal(expected, mean, 5 * Math.Sqrt(expectedVariance / Draws));

        // A deviation in [0, 1] squared has at most the variance of a coin with the same mean.
        Assert.Equal(expectedVariance, variance, 5 * Math.Sqrt(expectedVariance / Draws));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_impossible_shape_is_refused(double shape) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Stream(1).NextGamma(shape));

    [Fact]
    public void Drawing_allocates_nothing()
    {
        var stream = Stream(7);
        var target = new int[1000];
        Draw();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Draw();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Draw()
        {
            for (var i = 0; i < 100; i++)
                stream.NextBeta(0.2, 0.2);

            Permutation.Fill(target, ref stream);
        }
    }

    private static RandomStream Stream(ulong seed) => new(seed, RandomPurpose.Order, 0, 0);
}
