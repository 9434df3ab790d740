namespace Regimen.Compiler.Rendering;

/// <summary>Expressions as operands of others.</summary>
internal static class Infix
{
    /// <summary>With parentheses if it is more than one thing.</summary>
    public static string Atom(string text)
    {
        var depth = 0;
        foreach (var letter in text)
        {
            depth += letter is '(' or '[' ? 1 : letter is ')' or ']' ? -1 : 0;
            if (letter == ' ' && depth == 0)
                return "(" + text + ")";
        }

        return text.StartsWith("-", StringComparison.Ordinal) ? "(" + text + ")" : text;
    }
}
