namespace Regimen.Tests.Lanes;

/// <summary>The functions in higher precision than is asked of lanes, by other ways than theirs.</summary>
internal static class Exact
{
    public static double Of(string function, double x) => function switch
    {
        "Exp" => Math.Exp(x),
        "Log" => Math.Log(x),
        "Log1p" => Log1p(x),
        "Sin" => Math.Sin(x),
        "Cos" => Math.Cos(x),
        "Tanh" => Math.Tanh(x),
        "Erf" => Erf(x),
        "Sigmoid" => x < 0 ? Math.Exp(x) / (1 + Math.Exp(x)) : 1 / (1 + Math.Exp(-x)),
        "Sqrt" => Math.Sqrt(x),
        "Floor" => Math.Floor(x),
        "Abs" => Math.Abs(x),
        "Negate" => -x,
        _ => throw new ArgumentException(function),
    };

    /// <summary>2·artanh(x/(2 + x)) by its series where 1 + x would round.</summary>
    private static double Log1p(double x)
    {
        if (!(Math.Abs(x) < 0.2) || x == 0)
            return x == 0 ? x : Math.Log(1 + x);
        var z = x / (2 + x);
        var sum = 0.0;
        for (var n = 25; n >= 1; n -= 2)
            sum = (sum * z * z) + (1.0 / n);
        return 2 * z * sum;
    }

    /// <summary>2/√π·exp(−x²)·Σ 2ⁿx²ⁿ⁺¹/(2n + 1)!!, whose terms are all positive, with the 28 digits of a decimal.</summary>
    private static double Erf(double x)
    {
        if (double.IsNaN(x) || Math.Abs(x) >= 6)
            return double.IsNaN(x) ? x : Math.Sign(x);
        if (Math.Abs(x) < 1e-6)
            return x * 1.1283791670955126 * (1 - (x * x / 3));
        const decimal TwoBySqrtPi = 1.1283791670955125738961589031m;
        var exact = (decimal)x;
        decimal term = exact, sum = 0;
        for (var n = 1; n < 400 && sum + term != sum; n++)
        {
            sum += term;
            term *= 2 * exact * exact / ((2 * n) + 1);
        }

        return (double)(TwoBySqrtPi * sum / Exp(exact * exact));
    }

    /// <summary>eˣ for x from 0 to 36: the series of x/64, squared six times.</summary>
    private static decimal Exp(decimal x)
    {
        decimal term = 1, sum = 0;
        for (var n = 1; n < 60; n++)
        {
            sum += term;
            term *= x / 64 / n;
        }

        for (var square = 0; square < 6; square++)
            sum *= sum;
        return sum;
    }
}
