using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Scheduling;

namespace Regimen.Compiler.Rendering;

/// <summary>How code calls things.</summary>
internal static class Naming
{
    /// <summary>What a value is to a kernel, whichever layer's it is: <c>gamma</c> for <c>bn2Gamma</c>, <c>value</c> for <c>value7</c>.</summary>
    /// <param name="storage">The value.</param>
    /// <param name="writes">Whether the kernel makes it.</param>
    public static string RoleOf(Storage storage, bool writes = false)
    {
        var key = storage.Key;
        if (key.IndexOf('.') is var dot and > 0)
            return key.Substring(dot + 1).Split('.')[0] is var part && IsKeyword(part) ? part + "Value" : storage.Key.StartsWith("weights", StringComparison.Ordinal) || storage.Key.StartsWith("gradient", StringComparison.Ordinal) ? key.Substring(0, dot) : part;
        if (storage is { Home: Home.Arena or Home.Library, Type.Count.PerSample: true })
        {
            var isGradient = key.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').EndsWith("Grad", StringComparison.Ordinal);
            return (isGradient, writes) switch
            {
                (false, false) => "x",
                (false, true) => "y",
                (true, false) => "dy",
                (true, true) => "dx",
            };
        }

        var letters = 0;
        while (letters < key.Length && char.IsLower(key[letters]))
            letters++;
        var digits = letters;
        while (digits < key.Length && char.IsDigit(key[digits]))
            digits++;
        if (digits > letters && digits < key.Length && char.IsUpper(key[digits]))
            key = Camel(key.Substring(digits));
        key = key.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return IsKeyword(key) ? key + "Value" : key;
    }

    /// <summary>With a small first letter.</summary>
    public static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>With a capital first letter.</summary>
    public static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>What a value that nobody named is called by what made it.</summary>
    public static string StemOf(Lowered node) => node switch
    {
        LoweredLoad load => RoleOf(load.Source),
        LoweredReduce { Reduction: Reduction.Maximum } => "largest",
        LoweredReduce { Reduction: Reduction.ArgMaximum } => "position",
        LoweredReduce => "sum",
        LoweredIndex => "index",
        LoweredDraw => "words",
        LoweredOperation operation => operation.Operator switch
        {
            Operator.Add => "sum",
            Operator.Subtract => "difference",
            Operator.Multiply => "product",
            Operator.MultiplyAdd => "combined",
            Operator.Divide => "quotient",
            Operator.Maximum => "larger",
            Operator.Minimum => "smaller",
            Operator.Exp => "exponential",
            Operator.Log or Operator.Log1p => "logarithm",
            Operator.Sqrt => "root",
            Operator.Negate => "negated",
            Operator.Select => "selected",
            Operator.Less or Operator.LessOrEqual or Operator.Equal or Operator.And or Operator.Or or Operator.Not => "condition",
            Operator.Sigmoid => "sigmoid",
            Operator.Tanh => "tanh",
            Operator.Erf => "erf",
            _ => "value",
        },
        _ => "value",
    };

    private static bool IsKeyword(string name) => name is "value" or "in" or "out" or "ref" or "base" or "params" or "lock" or "event" or "fixed" or "object" or "string" or "k" or "lane" or "unit" or "count" or "chunk" or "row" or "rows";
}
