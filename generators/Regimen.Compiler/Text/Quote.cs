using Microsoft.CodeAnalysis;

namespace Regimen.Compiler.Text;

/// <summary>Source text in messages, which stay short.</summary>
internal static class Quote
{
    private const int Longest = 40;

    /// <summary>A call as written where it is short, such as <c>Linear(10)</c>, else its name.</summary>
    public static string Call(string? text, string name) => text is { Length: <= Longest } && !text.Contains('\n') ? text : name + "(…)";

    /// <inheritdoc cref="Call(string, string)"/>
    public static string Call(Location place, string name) => Call(place.SourceTree?.GetText().ToString(place.SourceSpan), name);

    /// <summary>An expression on one line, cut off where it is long.</summary>
    public static string Line(string text)
    {
        var line = string.Join(" ", text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : line.Substring(0, Longest - 1) + "…";
    }
}
