namespace Regimen.Compiler.Parsing.Evaluation;

/// <summary>The functions of <see cref="Math"/>, over boxed numbers of the type of the overload that was chosen.</summary>
internal static class KnownMath
{
    /// <summary>The function's value, not yet of the overload's return type; null where the function is not known.</summary>
    /// <exception cref="OverflowException">The value does not fit.</exception>
    /// <exception cref="ArgumentException">The function rejects its arguments.</exception>
    public static object? Call(string name, object?[] arguments) => (name, arguments) switch
    {
        ("Max", [int a, int b]) => Math.Max(a, b),
        ("Min", [int a, int b]) => Math.Min(a, b),
        ("Max", [long a, long b]) => Math.Max(a, b),
        ("Min", [long a, long b]) => Math.Min(a, b),
        ("Max", [double a, double b]) => Math.Max(a, b),
        ("Min", [double a, double b]) => Math.Min(a, b),
        ("Abs", [int a]) => Math.Abs(a),
        ("Abs", [long a]) => Math.Abs(a),
        ("Abs", [double a]) => Math.Abs(a),
        ("Sign", [int a]) => Math.Sign(a),
        ("Sign", [double a]) => Math.Sign(a),
        ("Clamp", [int a, int low, int high]) => low <= high ? Math.Max(low, Math.Min(a, high)) : throw new ArgumentException("The bounds are swapped."),
        ("Clamp", [double a, double low, double high]) => low <= high ? Math.Max(low, Math.Min(a, high)) : throw new ArgumentException("The bounds are swapped."),
        ("Sqrt", [double a]) => Math.Sqrt(a),
        ("Pow", [double a, double b]) => Math.Pow(a, b),
        ("Exp", [double a]) => Math.Exp(a),
        ("Log", [double a]) => Math.Log(a),
        ("Log", [double a, double b]) => Math.Log(a, b),
        ("Log10", [double a]) => Math.Log10(a),
        ("Floor", [double a]) => Math.Floor(a),
        ("Ceiling", [double a]) => Math.Ceiling(a),
        ("Truncate", [double a]) => Math.Truncate(a),
        ("Round", [double a]) => Math.Round(a),
        _ => null,
    };
}
