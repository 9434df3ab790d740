using Regimen.Compiler.Formulas;

namespace Regimen.Compiler.Rendering.CSharp;

/// <summary>How C# calls element types.</summary>
internal static class ElementNames
{
    /// <summary>The element type in memory, <c>T</c> for what the program computes in.</summary>
    public static string TypeOf(ElementType element) => element switch
    {
        ElementType.Real => "T",
        ElementType.Double => "double",
        ElementType.BFloat16 or ElementType.Float16 => "ushort",
        ElementType.Int32 => "int",
        ElementType.UInt32 => "uint",
        ElementType.UInt8 or ElementType.Boolean => "byte",
        _ => throw new IllegalFormulaException($"No memory holds {element}."),
    };
}
