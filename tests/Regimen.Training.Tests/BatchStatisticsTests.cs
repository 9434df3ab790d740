using Regimen.Kernels;
using Regimen.Torch;

namespace Regimen.Training.Tests;

/// <summary>The statistics of batch normalisation against sums in double precision.</summary>
public sealed unsafe class BatchStatisticsTests
{
    public static TheoryData<int, int, float> Shapes => new()
    {
        { 2, 1, 0 }, { 7, 5, 0 }, { 33, 16, 0 }, { 64, 19, 1_000 }, { 1_001, 33, -500 }, { 5_000, 8, 10_000 }, { 31, 40, 0 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void They_agree_with_double_precision_on_any_shape_and_any_mean(int rows, int channels, float mean)
    {
        var values = Values(rows, channels, mean);
        var (means, deviations) = Compute(values, rows, channels);
        for (var channel = 0; channel < channels; channel++)
        {
            var column = Enumerable.Range(0, rows).Select(row => (double)values[(row * channels) + channel]).ToArray();
            var expected = column.Average();
            var squares = column.Sum(value => (value - expected) * (value - expected));
            Assert.Equal(expected, means[channel], 1e-6 * Math.Max(1, Math.Abs(expected)));

            // The means of tiles are float32, so the condition of the variance, |mean|/deviation, times the unit roundoff is what can be had.
            var condition = Math.Abs(expected) / Math.Sqrt(squares / rows);
            Assert.Equal(squares, deviations[channel], squares * (2e-6 + (1.2e-7 * condition)));
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void They_have_the_same_bits_on_any_number_of_threads(int rows, int channels, float mean)
    {
        var values = Values(rows, channels, mean);
        var threads = LibTorch.Threads;
        try
        {
            LibTorch.Threads = 1;
            var (means, deviations) = Compute(values, rows, channels);
            LibTorch.Threads = 3;
            var (otherMeans, otherDeviations) = Compute(values, rows, channels);
            Assert.Equal(means, otherMeans);
            Assert.Equal(deviations, otherDeviations);
        }
        finally
        {
            LibTorch.Threads = threads;
        }
    }

    private static float[] Values(int rows, int channels, float mean)
    {
        var random = new Random(rows + channels);
        return [.. Enumerable.Range(0, rows * channels).Select(_ => mean + (float)(random.NextDouble() - random.NextDouble()))];
    }

    private static (float[] Means, float[] Deviations) Compute(float[] values, int rows, int channels)
    {
        var means = new float[channels];
        var deviations = new float[channels];
        var scratch = new float[Chunks.Most * 2 * channels];
        fixed (float* x = values, mean = means, deviation = deviations, partial = scratch)
            BatchStatistics.Compute(x, rows, channels, mean, deviation, partial);
        return (means, deviations);
    }
}
