using Regimen.Randomness;

namespace Regimen.Tests.Randomness;

public sealed class InitializationTests
{
    [Fact]
    public void Floats_are_the_rounded_doubles()
    {
        var floats = new float[10_001];
        var doubles = new double[10_001];
        Initialization.Uniform(floats, 0.037, seed: 1, parameterIndex: 4);
        Initialization.Uniform(doubles, 0.037, seed: 1, parameterIndex: 4);
        Assert.Equal(doubles.Select(value => (float)value), floats);
    }

    [Fact]
    public void Values_are_uniform_within_the_bound()
    {
        var values = new double[100_000];
        Initialization.Uniform(values, 0.5, 1, 0);
        Assert.All(values, value => Assert.InRange(value, -0.5, 0.5));
        Assert.Equal(0, values.Average(), 5 * Math.Sqrt(1.0 / 12 / values.Length));
        Assert.Equal(1.0 / 12, values.Average(value => value * value), 5 * Math.Sqrt(1.0 / 180 / values.Length));
    }

    [Fact]
    public void Parameters_and_seeds_differ()
    {
        Assert.NotEqual(Draw(1, 0), Draw(1, 1));
        Assert.NotEqual(Draw(1, 0), Draw(2, 0));
        Assert.Equal(Draw(1, 0), Draw(1, 0));

        static float[] Draw(ulong seed, int parameter)
        {
            var values = new float[10];
            Initialization.Uniform(values, 1, seed, parameter);
            return values;
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_impossible_bound_is_refused(double bound) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Initialization.Uniform(new float[1], bound, 1, 0));
}
