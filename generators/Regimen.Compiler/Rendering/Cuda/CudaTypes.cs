using System.Globalization;
using Regimen.Compiler.Formulas;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Rendering.Cuda;

/// <summary>Element types and numbers in CUDA C.</summary>
internal static class CudaTypes
{
    /// <summary>The type that a value is computed in.</summary>
    public static string Of(ElementType element) => element switch
    {
        ElementType.Real or ElementType.BFloat16 => "real",
        ElementType.Double => "double",
        ElementType.Int32 => "int",
        ElementType.UInt32 => "unsigned",
        ElementType.UInt8 => "unsigned char",
        ElementType.Boolean => "bool",
        _ => throw new IllegalFormulaException($"CUDA C has no value of {element} yet."),
    };

    /// <summary>The type that an element has in memory.</summary>
    public static string InMemory(ElementType element) => element switch
    {
        ElementType.BFloat16 => "unsigned short",
        ElementType.Boolean => "unsigned char",
        _ => Of(element),
    };

    /// <summary>A constant.</summary>
    public static string Constant(double value, ElementType element) => element switch
    {
        ElementType.Real or ElementType.BFloat16 => $"real({Number(value)})",
        ElementType.Double => Number(value),
        ElementType.Int32 when value == int.MinValue => "(-2147483647 - 1)",
        ElementType.Int32 => Whole((long)value),
        ElementType.UInt32 => Whole((long)value) + "u",
        ElementType.UInt8 => $"(unsigned char){Whole((long)value)}",
        ElementType.Boolean => value != 0 ? "true" : "false",
        _ => throw new IllegalFormulaException($"CUDA C has no constant of {element} yet."),
    };

    /// <summary>The number that every other is larger than, or as large as.</summary>
    public static string Lowest(ElementType element) => Constant(
        element switch
        {
            ElementType.Int32 => int.MinValue,
            ElementType.UInt32 or ElementType.UInt8 or ElementType.Boolean => 0,
            _ => double.NegativeInfinity,
        },
        element);

    /// <summary>A whole number.</summary>
    public static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "op::infinity()",
        double.NegativeInfinity => "-op::infinity()",
        _ when double.IsNaN(value) => "(op::infinity() - op::infinity())",
        _ => Literal.Of(value),
    };
}
