using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Regimen.Analyzers.Tests.Infrastructure;
using Regimen.Generators.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests;

/// <summary>The list of all rules in <c>docs/rules/README.md</c> is written from the rules.</summary>
public sealed class RuleIndexTests
{
    private static readonly (string Prefix, string Title)[] Ranges =
    [
        ("REG0", "Declaration"),
        ("REG1", "Network and shapes"),
        ("REG2", "Optimisation and schedule"),
        ("REG3", "Data and targets"),
        ("REG4", "Numerics"),
        ("REG5", "Speed"),
        ("REG6", "Hand-written TorchSharp code"),
    ];

    [Fact]
    public void Index_is_written_from_the_rules() => WrittenFile.Demand(Repository.PathOf("docs", "rules", "README.md"), Text());

    private static string Text()
    {
        var fixable = AllRules.Fixes.SelectMany(fix => fix.FixableDiagnosticIds).ToHashSet();
        var text = new StringBuilder();
        text.Append("# Rules\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{AllRules.Descriptors.Length} rules, {fixable.Count} of them with a fix. Each page shows bad code, good code, and why. Written from the rules by RuleIndexTests.\n\n");
        text.Append("An error has no valid training program, a warning trains wrongly or slowly, an info is advice.\n");
        foreach (var (prefix, title) in Ranges)
        {
            text.Append("\n## ").Append(title).Append("\n\n| id | title | severity | fix |\n|---|---|---|---|\n");
            foreach (var rule in AllRules.Descriptors.Where(rule => rule.Id.StartsWith(prefix, StringComparison.Ordinal)))
                text.Append(CultureInfo.InvariantCulture, $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.DefaultSeverity.ToString().ToLowerInvariant()} | {(fixable.Contains(rule.Id) ? "yes" : "")} |\n");
        }

        return text.ToString();
    }
}
