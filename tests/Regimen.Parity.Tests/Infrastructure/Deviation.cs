namespace Regimen.Parity;

/// <summary>How far two sets of numbers lie apart.</summary>
internal static class Deviation
{
    /// <summary>‖a − b‖/‖b‖; NaN counts as infinitely far.</summary>
    public static double Relative(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Assert.Equal(b.Length, a.Length);
        double difference = 0, norm = 0;
        for (var index = 0; index < a.Length; index++)
        {
            difference += (a[index] - b[index]) * (a[index] - b[index]);
            norm += b[index] * b[index];
        }

        return Finite(difference == 0 ? 0 : Math.Sqrt(difference / norm));
    }

    /// <summary>The largest |a − b|.</summary>
    public static double Largest(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Assert.Equal(b.Length, a.Length);
        double largest = 0;
        for (var index = 0; index < a.Length; index++)
            largest = Math.Max(largest, Finite(Math.Abs(a[index] - b[index])));
        return largest;
    }

    /// <summary>Of each parameter ‖a − b‖/‖b‖: the worst, with its name.</summary>
    public static (double Value, string Name) WorstParameter(Training.ModelLayout layout, ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        (double Value, string Name) worst = (0, "none");
        var start = 0;
        foreach (var parameter in PreorderParameters.Of(layout))
        {
            var value = Relative(a.Slice(start, (int)parameter.Count), b.Slice(start, (int)parameter.Count));
            if (value > worst.Value)
                worst = (value, parameter.Name);
            start += (int)parameter.Count;
        }

        return worst;
    }

    private static double Finite(double value) => double.IsNaN(value) ? double.PositiveInfinity : value;
}
