namespace Regimen.Compiler.Formulas;

/// <summary>What the elements of a value are.</summary>
internal enum ElementType
{
    /// <summary>The type that the program computes in: float32, or float64 where a program is rendered in double precision.</summary>
    Real,

    /// <summary>float64, whatever the program computes in: metric sums, rates.</summary>
    Double,

    /// <summary>bfloat16; stored and read, never computed in.</summary>
    BFloat16,

    /// <summary>float16; stored and read, never computed in.</summary>
    Float16,

    /// <summary>Signed 32-bit integers: positions, labels.</summary>
    Int32,

    /// <summary>Unsigned 32-bit integers: random words, which wrap.</summary>
    UInt32,

    /// <summary>Bytes: pixels, small labels.</summary>
    UInt8,

    /// <summary>Truth values: results of comparisons.</summary>
    Boolean,
}

/// <summary>Questions about element types.</summary>
internal static class ElementTypes
{
    /// <summary>Whether values of the type have derivatives.</summary>
    public static bool IsFloating(this ElementType type) =>
        type is ElementType.Real or ElementType.Double or ElementType.BFloat16 or ElementType.Float16;

    /// <summary>Whether arithmetic is done in the type; the others are only stored, and cast when read.</summary>
    public static bool IsComputed(this ElementType type) =>
        type is ElementType.Real or ElementType.Double or ElementType.Int32 or ElementType.UInt32;

    /// <summary>Whether a number is one that the type can hold; floating types hold all of them, rounded.</summary>
    public static bool Holds(this ElementType type, double number) => type switch
    {
        ElementType.Int32 => number == (int)number,
        ElementType.UInt32 => number == (uint)number,
        ElementType.UInt8 => number == (byte)number,
        ElementType.Boolean => number is 0 or 1,
        _ => true,
    };
}
