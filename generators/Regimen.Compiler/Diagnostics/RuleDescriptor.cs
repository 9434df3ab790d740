using Microsoft.CodeAnalysis;

namespace Regimen.Compiler.Diagnostics;

/// <summary>Makes the descriptors of all rules alike: enabled by default, the help link derived from the id.</summary>
internal static class RuleDescriptor
{
    /// <summary>
    /// Where the rules' pages are; a rule's help link is this and its id. Until they are published somewhere it is a name that nobody can ever
    /// register, so that no link leads to a stranger; the pages themselves are in the package.
    /// </summary>
    public const string HelpLinkBase = "https://regimen.example/rules/";

    /// <summary>A rule.</summary>
    /// <param name="id">REG and four digits; the first says the category.</param>
    /// <param name="category">Of <see cref="RuleCategory"/>.</param>
    /// <param name="severity">Error only if no valid program exists; warning if it would train wrongly or slowly; info for advice.</param>
    /// <param name="title">As in the list of rules, without a full stop.</param>
    /// <param name="message">What is wrong with what, and what to do.</param>
    public static DiagnosticDescriptor Create(string id, string category, DiagnosticSeverity severity, string title, string message) =>
        new(id, title, message, category, severity, isEnabledByDefault: true, helpLinkUri: HelpLinkBase + id);
}
