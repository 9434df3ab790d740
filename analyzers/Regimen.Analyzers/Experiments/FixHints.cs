using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.Experiments;

/// <summary>What a rule found out and its fix can't see in one file. The fixes' assembly, which does not know the rules, is compiled with this file too.</summary>
internal static class FixHints
{
    private const string AllWrongKey = "AllWrong";

    private const string ActivationFollowsKey = "ActivationFollows";

    /// <summary>Nothing.</summary>
    public static ImmutableDictionary<string, string?> None => ImmutableDictionary<string, string?>.Empty;

    /// <summary>All layers that the call makes are wrong, so that the call itself may be changed.</summary>
    public static ImmutableDictionary<string, string?> AllWrong { get; } = None.Add(AllWrongKey, "true");

    /// <summary>As <see cref="AllWrong"/>, and an activation follows everywhere, so that nothing need take the layer's place.</summary>
    public static ImmutableDictionary<string, string?> ActivationFollows { get; } = AllWrong.Add(ActivationFollowsKey, "true");

    /// <summary>Whether <see cref="AllWrong"/> was said.</summary>
    public static bool AreAllWrong(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(AllWrongKey);

    /// <summary>Whether <see cref="ActivationFollows"/> was said.</summary>
    public static bool DoesActivationFollow(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(ActivationFollowsKey);
}
