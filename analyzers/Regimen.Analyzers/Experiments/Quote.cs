namespace Regimen.Analyzers.Experiments;

/// <summary>Source text in messages.</summary>
internal static class Quote
{
    private const int Longest = 40;

    /// <summary>A call as written where it is short, such as <c>Linear(10)</c>, else its name.</summary>
    public static string Call(string? text, string name) => text is { Length: <= Longest } && !text.Contains('\n') ? text : name + "(…)";
}
