using Regimen.Numerics;

namespace Regimen.Tests.Numerics;

/// <summary>Functions over lanes against double, relative to the result however small it is.</summary>
public sealed class LaneMathTests
{
    public static TheoryData<float> Points => [.. Enumerable.Range(-160, 321).Select(step => step * 0.25f)];

    [Theory]
    [MemberData(nameof(Points))]
    public void Slopes_of_saturating_functions_keep_their_digits_where_the_function_is_1(float x)
    {
        var power = Math.Exp(-Math.Abs((double)x));
        Near(power / ((1 + power) * (1 + power)), Read(LaneMath.SigmoidSlope(Lane.Of(x))));
        Near(1 / (Math.Cosh(x) * Math.Cosh(x)), Read(LaneMath.TanhSlope(Lane.Of(x))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-300)]
    [InlineData(1e-20)]
    [InlineData(1.1e-16)]
    [InlineData(1.7e-7)]
    [InlineData(3e-4)]
    public void The_logarithm_of_a_little_more_than_1_is_that_little(double x) =>
        Assert.Equal(x - (x * x / 2) + (x * x * x / 3) - (x * x * x * x / 4) + (x * x * x * x * x / 5), Softmax.LogOnePlus(x), 4 * x * 2.3e-16);

    [Theory]
    [InlineData(1, 0.69314718055994529)]
    [InlineData(255, 5.5451774444795623)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    public void The_logarithm_of_more_is_the_usual_one(double x, double expected) => Assert.Equal(expected, Softmax.LogOnePlus(x), 1e-15);

    /// <summary>The exponent's rounding grows with it.</summary>
    private static void Near(double expected, float actual) => Assert.True(
        Math.Abs(actual - expected) <= Math.Max(expected * 1e-6, float.Epsilon), FormattableString.Invariant($"{actual:R} is not {expected:R}."));

    private static unsafe float Read(Lane lane)
    {
        float value;
        Lane.Store(lane, &value);
        return value;
    }
}
