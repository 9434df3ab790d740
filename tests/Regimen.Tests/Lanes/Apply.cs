using Regimen.Lanes;

namespace Regimen.Tests.Lanes;

/// <summary>Runs functions of lanes over arrays of any length, by the widest registers and by the narrower ones.</summary>
internal static unsafe class Apply
{
    /// <summary>The functions of one argument.</summary>
    public static readonly string[] Functions = ["Exp", "Log", "Log1p", "Sin", "Cos", "Tanh", "Erf", "Sigmoid", "Sqrt", "Floor", "Abs", "Negate"];

    public static float[] Wide(string function, float[] x) => Over<Lanes512<float, Part>, float>(function, x);

    public static float[] Narrow(string function, float[] x) => Over<Lanes256<float, Part>, float>(function, x);

    public static double[] Double(string function, double[] x) => Over<Lanes64<double, Part>, double>(function, x);

    private static T[] Over<V, T>(string function, T[] x)
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged
    {
        var y = new T[x.Length];
        fixed (T* from = x, to = y)
        {
            for (var i = 0; i < x.Length; i += Lane.Count)
            {
                var count = Math.Min(Lane.Count, x.Length - i);
                V.Store(Of<V, T>(function, V.Load(from + i, count)), to + i, count);
            }
        }

        return y;
    }

    private static V Of<V, T>(string function, V x)
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged => function switch
        {
            "Exp" => V.Exp(x),
            "Log" => V.Log(x),
            "Log1p" => V.Log1p(x),
            "Sin" => V.Sin(x),
            "Cos" => V.Cos(x),
            "Tanh" => V.Tanh(x),
            "Erf" => V.Erf(x),
            "Sigmoid" => V.Sigmoid(x),
            "Sqrt" => V.Sqrt(x),
            "Floor" => V.Floor(x),
            "Abs" => V.Abs(x),
            "Negate" => -x,
            _ => throw new ArgumentException(function),
        };
}
