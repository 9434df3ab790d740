using System.Globalization;

namespace Regimen.Compiler.Text;

/// <summary>The one way by which numbers become C#: invariant and round-trip.</summary>
internal static class Literal
{
    /// <summary>A C# literal of type <c>double</c>.</summary>
    public static string Of(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.IndexOfAny(['.', 'E', 'N', 'I']) < 0 ? text + ".0" : text.Replace("E-0", "e-").Replace("E+", "e").Replace("E-", "e-");
    }

    /// <summary>A C# literal of type <c>int</c> or <c>long</c>, digits grouped from five digits on.</summary>
    public static string Of(long value)
    {
        var digits = value.ToString(CultureInfo.InvariantCulture);
        return digits.Length < 5 ? digits : value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '_');
    }

    /// <summary>A whole number for people.</summary>
    public static string Grouped(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A number of the given unit for people, with three significant digits and a prefix.</summary>
    public static string Scaled(double value, string unit)
    {
        string[] prefixes = ["", "k", "M", "G", "T"];
        var power = 0;
        while (value >= 1000 && power < prefixes.Length - 1)
        {
            value /= 1000;
            power++;
        }

        return value.ToString("G3", CultureInfo.InvariantCulture) + " " + prefixes[power] + unit;
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static string Of(bool value) => value ? "true" : "false";

    /// <summary>A C# string literal.</summary>
    public static string Of(string value) => "\"" + value.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
}
