using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers;

/// <summary>What a rule found out and its fix can't see in one file. The fixes' assembly, which does not know the rules, is compiled with this file too.</summary>
internal static class FixHints
{
    private const string AllWrongKey = "AllWrong";
    private const string ActivationFollowsKey = "ActivationFollows";
    private const string NumberKey = "Number";
    private const string StatementKey = "Statement";
    private const string FirstKey = "First";
    private const string KeptKey = "Kept";

    /// <summary>Nothing.</summary>
    public static ImmutableDictionary<string, string?> None => ImmutableDictionary<string, string?>.Empty;

    /// <summary>All layers that the call makes are wrong, so that the call itself may be changed.</summary>
    public static ImmutableDictionary<string, string?> AllWrong { get; } = None.Add(AllWrongKey, "");

    /// <summary>As <see cref="AllWrong"/>, and an activation follows everywhere, so that nothing need take the layer's place.</summary>
    public static ImmutableDictionary<string, string?> ActivationFollows { get; } = AllWrong.Add(ActivationFollowsKey, "");

    /// <summary>Something outside of what the fix would change needs it as it is: another reader of the layers, a tensor that outlives the loop.</summary>
    public static ImmutableDictionary<string, string?> Kept { get; } = None.Add(KeptKey, "");

    /// <summary>The number to write instead; null where none is safe.</summary>
    public static ImmutableDictionary<string, string?> Number(int? number) =>
        number is { } value ? None.Add(NumberKey, value.ToString(CultureInfo.InvariantCulture)) : None;

    /// <summary>The statement that is missing.</summary>
    /// <param name="statement">As C#.</param>
    /// <param name="first">Whether it is the first one in the block at the additional location, and not before the statement there.</param>
    public static ImmutableDictionary<string, string?> Statement(string statement, bool first) =>
        first ? None.Add(StatementKey, statement).Add(FirstKey, "") : None.Add(StatementKey, statement);

    /// <summary>Whether <see cref="AllWrong"/> was said.</summary>
    public static bool AreAllWrong(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(AllWrongKey);

    /// <summary>Whether <see cref="ActivationFollows"/> was said.</summary>
    public static bool DoesActivationFollow(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(ActivationFollowsKey);

    /// <summary>Whether <see cref="Kept"/> was said.</summary>
    public static bool IsKept(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(KeptKey);

    /// <summary>What <see cref="Number"/> said; null where it named none.</summary>
    public static int? NumberOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(NumberKey, out var number) ? int.Parse(number!, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>What <see cref="Statement"/> said; null where it named none.</summary>
    public static string? StatementOf(Diagnostic diagnostic) => diagnostic.Properties.TryGetValue(StatementKey, out var statement) ? statement : null;

    /// <summary>Whether <see cref="Statement"/> said that it comes first.</summary>
    public static bool IsFirst(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(FirstKey);
}
