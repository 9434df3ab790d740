using Microsoft.CodeAnalysis;

namespace Regimen.Compiler.Diagnostics;

/// <summary>Makes the descriptors of all rules alike: enabled by default, the help link derived from the id.</summary>
internal static class RuleDescriptor
{
    /// <summary>Where the rules' pages are; a rule's help link is this and its id.</summary>
    public const string HelpLinkBase = "https://regimen.dev/rules/";

    /// <summary>A rule.</summary>
    /// <param name="id">REG and four digits; the first says the category.</param>
    /// <param name="category">Of <see cref="RuleCategory"/>.</param>
    /// <param name="severity">Error only if no valid program exists; warning if it would train wrongly or slowly; info for advice.</param>
    /// <param name="title">As in the list of rules, without a full stop.</param>
    /// <param name="message">What is wrong with what, and what to do.</param>
    public static DiagnosticDescriptor Create(string id, string category, DiagnosticSeverity severity, string title, string message) =>
        new(id, title, message, category, severity, isEnabledByDefault: true, helpLinkUri: HelpLinkBase + id);
}

/// <summary>The categories of rules, one per range of ids.</summary>
internal static class RuleCategory
{
    /// <summary>REG0xxx.</summary>
    public const string Declaration = "Regimen.Declaration";

    /// <summary>REG1xxx: network and shapes.</summary>
    public const string Network = "Regimen.Network";

    /// <summary>REG2xxx: optimisation and schedule.</summary>
    public const string Optimisation = "Regimen.Optimisation";

    /// <summary>REG3xxx: data, targets, augmentation.</summary>
    public const string Data = "Regimen.Data";

    /// <summary>REG4xxx.</summary>
    public const string Numerics = "Regimen.Numerics";

    /// <summary>REG5xxx: speed and device.</summary>
    public const string Speed = "Regimen.Speed";

    /// <summary>REG6xxx: hand-written TorchSharp code.</summary>
    public const string TorchSharp = "Regimen.TorchSharp";
}
