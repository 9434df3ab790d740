using Microsoft.CodeAnalysis;

namespace Regimen.Compiler.Parsing.Evaluation;

/// <summary>C#'s conversions between numeric types, over boxed numbers.</summary>
internal static class Numbers
{
    public static bool IsNumber(object? value) => value is int or double or long or float or byte or sbyte or short or ushort or uint or ulong or char;

    public static bool IsNumeric(SpecialType type) => type is SpecialType.System_Char or (>= SpecialType.System_SByte and <= SpecialType.System_UInt64)
        or SpecialType.System_Single or SpecialType.System_Double;

    /// <summary>
    /// The number as another type. What is out of its range wraps around, or throws in a checked context; from a fraction it always throws,
    /// as the language leaves that result open.
    /// </summary>
    /// <exception cref="OverflowException">The value does not fit.</exception>
    public static object Convert(object value, SpecialType type, bool isChecked) => value switch
    {
        double number => FromDouble(number, type),
        float number => type == SpecialType.System_Single ? number : FromDouble(number, type),
        ulong number when number > long.MaxValue => FromLargeUInt64(number, type, isChecked),
        char number => FromInt64(number, type, isChecked),
        _ => FromInt64(System.Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture), type, isChecked),
    };

    /// <summary>Small integers take part in arithmetic as <see cref="int"/>.</summary>
    public static object Promote(object value) => value is byte or sbyte or short or ushort or char ? Convert(value, SpecialType.System_Int32, isChecked: true) : value;

    /// <summary>The special type that a boxed number has.</summary>
    public static SpecialType TypeOf(object value) => value switch
    {
        int => SpecialType.System_Int32,
        long => SpecialType.System_Int64,
        double => SpecialType.System_Double,
        float => SpecialType.System_Single,
        byte => SpecialType.System_Byte,
        sbyte => SpecialType.System_SByte,
        short => SpecialType.System_Int16,
        ushort => SpecialType.System_UInt16,
        uint => SpecialType.System_UInt32,
        ulong => SpecialType.System_UInt64,
        char => SpecialType.System_Char,
        bool => SpecialType.System_Boolean,
        string => SpecialType.System_String,
        _ => SpecialType.None,
    };

    /// <summary>The default value of a simple type; null where it has none here.</summary>
    public static object? Zero(SpecialType type) => type == SpecialType.System_Boolean ? false : IsNumeric(type) ? Convert(0, type, isChecked: true) : null;

    // The cast to object keeps the arms from being converted to the type that suits all of them, which is double.
    private static object FromInt64(long value, SpecialType type, bool isChecked) => type switch
    {
        SpecialType.System_SByte => (object)(isChecked ? checked((sbyte)value) : unchecked((sbyte)value)),
        SpecialType.System_Byte => isChecked ? checked((byte)value) : unchecked((byte)value),
        SpecialType.System_Int16 => isChecked ? checked((short)value) : unchecked((short)value),
        SpecialType.System_UInt16 => isChecked ? checked((ushort)value) : unchecked((ushort)value),
        SpecialType.System_Char => isChecked ? checked((char)value) : unchecked((char)value),
        SpecialType.System_Int32 => isChecked ? checked((int)value) : unchecked((int)value),
        SpecialType.System_UInt32 => isChecked ? checked((uint)value) : unchecked((uint)value),
        SpecialType.System_Int64 => value,
        SpecialType.System_UInt64 => isChecked ? checked((ulong)value) : unchecked((ulong)value),
        SpecialType.System_Single => (float)value,
        SpecialType.System_Double => (double)value,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a numeric type."),
    };

    private static object FromLargeUInt64(ulong value, SpecialType type, bool isChecked) => type switch
    {
        SpecialType.System_UInt64 => value,
        SpecialType.System_Single => (float)value,
        SpecialType.System_Double => (double)value,
        _ when isChecked => throw new OverflowException(),
        _ => FromInt64(unchecked((long)value), type, isChecked: false),
    };

    private static object FromDouble(double value, SpecialType type)
    {
        switch (type)
        {
            case SpecialType.System_Double:
                return value;
            case SpecialType.System_Single:
                return (float)value;
            case SpecialType.System_UInt64 when value >= 9223372036854775808.0:
                return checked((ulong)value);
            default:
                return FromInt64(checked((long)value), type, isChecked: true);
        }
    }
}
