using Regimen.Compiler.Formulas;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Rendering.CSharp;

/// <summary>Writes formulas over numbers of the run as C# in double precision: what the host computes before a step.</summary>
internal static class HostWriter
{
    /// <param name="formula">Double, without axes.</param>
    /// <param name="input">How an input is read.</param>
    public static string Of(Formula formula, Func<Input, string> input) => formula switch
    {
        Input given => input(given),
        Constant constant => Literal.Of(constant.Value),
        Cast cast => Of(cast.Operand, input),
        Elementwise elementwise => OfOperation(elementwise, [.. elementwise.Operands.Select(operand => Of(operand, input))]),
        _ => throw new IllegalFormulaException($"The host can't compute {formula}."),
    };

    private static string OfOperation(Elementwise node, string[] x) => node.Operator switch
    {
        Operator.Negate => $"-{x[0]}",
        Operator.Add => $"({x[0]} + {x[1]})",
        Operator.Subtract => $"({x[0]} - {x[1]})",
        Operator.Multiply => $"({x[0]} * {x[1]})",
        Operator.Divide => $"({x[0]} / {x[1]})",
        Operator.MultiplyAdd => $"(({x[0]} * {x[1]}) + {x[2]})",
        Operator.Maximum => $"Math.Max({x[0]}, {x[1]})",
        Operator.Minimum => $"Math.Min({x[0]}, {x[1]})",
        Operator.Absolute => $"Math.Abs({x[0]})",
        Operator.Floor => $"Math.Floor({x[0]})",
        Operator.Exp => $"Math.Exp({x[0]})",
        Operator.Log => $"Math.Log({x[0]})",
        Operator.Sqrt => $"Math.Sqrt({x[0]})",
        Operator.Cos => $"Math.Cos({x[0]})",
        Operator.Less => $"({x[0]} < {x[1]})",
        Operator.LessOrEqual => $"({x[0]} <= {x[1]})",
        Operator.Select => $"({x[0]} ? {x[1]} : {x[2]})",
        _ => throw new IllegalFormulaException($"The host has no {node.Operator}."),
    };

    /// <summary>Without the outermost parentheses.</summary>
    public static string Statement(string text)
    {
        if (!text.StartsWith("(", StringComparison.Ordinal) || !text.EndsWith(")", StringComparison.Ordinal))
            return text;
        var depth = 0;
        for (var at = 0; at < text.Length - 1; at++)
        {
            depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
            if (depth == 0)
                return text;
        }

        return text.Substring(1, text.Length - 2);
    }
}
