using FsCheck;
using FsCheck.Fluent;
using Regimen.Randomness;

namespace Regimen.Tests.Randomness;

public sealed class MixupDrawTests
{
    [Fact]
    public void Partners_are_a_permutation()
    {
        Prop.ForAll(Gen.Choose(0, 300).Zip(Gen.Choose(0, 1000)).ToArbitrary(), pair =>
        {
            var partners = new int[pair.Item1];
            MixupDraw.Partners(partners, 1, epoch: 2, batch: pair.Item2);
            return partners.Order().SequenceEqual(Enumerable.Range(0, pair.Item1));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(1)]
    public void Lambdas_follow_the_beta_distribution_over_batches(double alpha)
    {
        const int Batches = 50_000;
        var (mean, variance) = (0.0, 0.0);
        for (var batch = 0; batch < Batches; batch++)
        {
            var lambda = MixupDraw.Lambda(1, epoch: batch / 500, batch: batch % 500, alpha, symmetric: false);
            mean += lambda / Batches;
            variance += (lambda - 0.5) * (lambda - 0.5) / Batches;
        }

        var expected = 1 / (4 * ((2 * alpha) + 1));
        Assert.Equal(0.5, mean, 5 * Math.Sqrt(expected / Batches));
        Assert.Equal(expected, variance, 5 * 0.25 / Math.Sqrt(Batches));
    }

    [Fact]
    public void Symmetric_keeps_the_larger_share_of_the_same_draw()
    {
        for (var batch = 0; batch < 1000; batch++)
        {
            var plain = MixupDraw.Lambda(1, 0, batch, 0.4, symmetric: false);
            Assert.Equal(Math.Max(plain, 1 - plain), MixupDraw.Lambda(1, 0, batch, 0.4, symmetric: true));
        }
    }

    [Fact]
    public void One_per_sample_starts_with_the_one_of_the_batch_and_does_not_depend_on_the_batch_size()
    {
        var few = new double[10];
        var many = new double[100];
        MixupDraw.Lambdas(few, 1, 2, 3, 0.2, symmetric: true);
        MixupDraw.Lambdas(many, 1, 2, 3, 0.2, symmetric: true);
        Assert.Equal(MixupDraw.Lambda(1, 2, 3, 0.2, symmetric: true), few[0]);
        Assert.Equal(few, many.Take(10));
        Assert.All(many, lambda => Assert.InRange(lambda, 0.5, 1));
        Assert.Equal(100, many.Distinct().Count(), 20.0);
    }

    [Fact]
    public void Epochs_and_batches_differ()
    {
        var lambdas = from epoch in Enumerable.Range(0, 10) from batch in Enumerable.Range(0, 10) select MixupDraw.Lambda(1, epoch, batch, 1, false);
        Assert.Equal(100, lambdas.Distinct().Count());
    }

    [Fact]
    public void Alpha_must_be_positive() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MixupDraw.Lambda(1, 0, 0, 0, false));
}
