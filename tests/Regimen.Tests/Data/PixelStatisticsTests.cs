using FsCheck;
using FsCheck.Fluent;

namespace Regimen.Tests.Data;

public sealed class PixelStatisticsTests
{
    [Fact]
    public void They_are_those_of_a_histogram_per_channel()
    {
        var splits =
            from count in Gen.Choose(1, 30)
            from channels in Gen.Choose(1, 4)
            from height in Gen.Choose(1, 17)
            from width in Gen.Choose(1, 17)
            from seed in Gen.Choose(0, int.MaxValue)
            select (count, channels, height, width, seed);

        Prop.ForAll(splits.ToArbitrary(), split =>
        {
            var pixels = new byte[split.count * split.channels * split.height * split.width];
            new Random(split.seed).NextBytes(pixels);
            using var images = LabeledImages.Create(pixels, new byte[split.count], split.channels, split.height, split.width, 1);
            var statistics = PixelStatistics.Of(images);
            for (var channel = 0; channel < split.channels; channel++)
            {
                var expected = ByHistogram(pixels, split.channels, split.height * split.width, channel);
                Assert.Equal(expected.Mean, statistics[channel].Mean, 1e-15);
                Assert.Equal(expected.StandardDeviation, statistics[channel].StandardDeviation, 1e-15);
            }

            return statistics.Length == split.channels;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    public void Equal_pixels_have_no_deviation_and_no_sum_overflows(byte value)
    {
        var pixels = new byte[3_000_017];
        Array.Fill(pixels, value);
        using var images = LabeledImages.Create(pixels, [0], 1, 1, pixels.Length, 1);
        Assert.Equal(new ChannelStatistics(value / 255.0, 0), Assert.Single(PixelStatistics.Of(images)));
    }

    private static ChannelStatistics ByHistogram(byte[] pixels, int channels, int plane, int channel)
    {
        var histogram = new long[256];
        for (var i = 0; i < pixels.Length; i++)
        {
            if (i / plane % channels == channel)
                histogram[pixels[i]]++;
        }

        var count = histogram.Sum();
        var mean = Enumerable.Range(0, 256).Sum(value => value * (double)histogram[value]) / count;
        var variance = Enumerable.Range(0, 256).Sum(value => (value - mean) * (value - mean) * histogram[value]) / count;
        return new ChannelStatistics(mean / 255, Math.Sqrt(variance) / 255);
    }
}
