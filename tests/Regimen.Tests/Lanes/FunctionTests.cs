using Regimen.Lanes;

namespace Regimen.Tests.Lanes;

public sealed class FunctionTests
{
    /// <summary>Every function, and how many units in the last place its float32 form may be off.</summary>
    public static TheoryData<string, double> Single => new()
    {
        { "Exp", 1.5 }, { "Log", 1.5 }, { "Log1p", 3 }, { "Sin", 1.5 }, { "Cos", 1.5 }, { "Tanh", 2 }, { "Erf", 2 }, { "Sigmoid", 3 },
        { "Sqrt", 0.501 }, { "Floor", 0 }, { "Abs", 0 }, { "Negate", 0 },
    };

    /// <summary>Every function, and how far its float64 form may be off, relatively.</summary>
    public static TheoryData<string, double> Double => new()
    {
        { "Exp", 1e-15 }, { "Log", 1e-15 }, { "Log1p", 2e-15 }, { "Sin", 1e-15 }, { "Cos", 1e-15 }, { "Tanh", 2e-15 }, { "Erf", 2e-15 }, { "Sigmoid", 2e-15 },
        { "Sqrt", 1.2e-16 }, { "Floor", 0 }, { "Abs", 0 }, { "Negate", 0 },
    };

    [Theory]
    [MemberData(nameof(Single))]
    public void Floats_are_exact_to_a_few_units_over_the_whole_range(string function, double units)
    {
        var x = Floats();
        var y = Apply.Wide(function, x);
        for (var i = 0; i < x.Length; i++)
        {
            var exact = Exact.Of(function, x[i]);
            if (double.IsFinite((float)exact) && exact != 0)
            {
                var unit = Math.Max(Math.ScaleB(1, Math.ILogB(exact) - 23), float.Epsilon);
                Assert.True(Math.Abs(y[i] - exact) <= units * unit, $"{function}({x[i]:R}) is {y[i]:R}, not {exact:R}: {Math.Abs(y[i] - exact) / unit} units.");
            }
            else
            {
                Assert.True(y[i].Equals((float)exact) && (y[i] != 0 || float.IsNegative(y[i]) == double.IsNegative(exact)), $"{function}({x[i]:R}) is {y[i]:R}, not {exact:R}.");
            }
        }
    }

    [Fact]
    public void Every_width_gives_the_same_bits()
    {
        var x = Floats();
        foreach (var function in Apply.Functions)
        {
            var wide = Apply.Wide(function, x);
            var narrow = Apply.Narrow(function, x);
            for (var i = 0; i < x.Length; i++)
                Assert.True(Same(wide[i], narrow[i]), $"{function}({x[i]:R}) is {wide[i]:R} in one register and {narrow[i]:R} in two.");
        }
    }

    [Theory]
    [MemberData(nameof(Double))]
    public void Doubles_are_exact_to_a_few_units(string function, double tolerance)
    {
        var x = Doubles();
        var y = Apply.Double(function, x);
        for (var i = 0; i < x.Length; i++)
        {
            var exact = Exact.Of(function, x[i]);

            // Near a zero of sine and cosine the oracle's own rounding of the argument's multiple of π is what is seen.
            var scale = Math.Abs(exact) + (function is "Sin" or "Cos" ? 0.01 : 0);
            var difference = Math.Abs(y[i] - exact);
            Assert.True(
                exact.Equals(y[i]) || difference <= tolerance * scale || difference <= double.Epsilon || (function == "Erf" && difference <= 1e-15),
                $"{function}({x[i]:R}) is {y[i]:R}, not {exact:R}: {difference / scale}.");
        }
    }

    private static bool Same(float left, float right) =>
        BitConverter.SingleToUInt32Bits(left) == BitConverter.SingleToUInt32Bits(right) || (float.IsNaN(left) && float.IsNaN(right));

    /// <summary>Every exponent with many mantissas and both signs, all that is special, and a dense part around 0.</summary>
    private static float[] Floats()
    {
        List<float> values =
        [
            0, -0f, 1, -1, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue,
            1.17549435e-38f, 88.72283f, 88.72284f, -87.33655f, -103.97f, -103.98f, -104.5f, 0.625f, 0.62499994f, 0.99999994f, 1.0000001f,
        ];
        for (var bits = 0u; bits < 0xFFFF_FFFF - 70_003; bits += 70_003)
            values.Add(BitConverter.UInt32BitsToSingle(bits));
        for (var x = -12f; x < 12; x += 0.00073f)
            values.Add(x);
        return [.. values];
    }

    private static double[] Doubles()
    {
        List<double> values =
        [
            0, -0.0, 1, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, 2.2250738585072014e-308,
            1e-300, -1e-300, 1e-20, -1e-20, 0.625, 0.62499999999999994, 0.99999999999999989, 708, -708, 30, -30,
        ];
        for (var x = -12.0; x < 12; x += 0.0037)
            values.Add(x);
        for (var x = 1e-12; x < 1e12; x *= 1.37)
            values.AddRange([x, -x]);
        return [.. values];
    }
}
