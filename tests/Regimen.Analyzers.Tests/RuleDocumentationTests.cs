using System.Reflection;
using System.Text.RegularExpressions;
using Regimen.Analyzers.Tests.Infrastructure;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Tests;

/// <summary>Every rule has its page, its link and its release entry, and no page or entry is left of a rule that is gone.</summary>
public sealed class RuleDocumentationTests
{
    public static TheoryData<string> Ids => [.. AllRules.Descriptors.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_has_a_page(string id)
    {
        var rule = AllRules.ById(id);
        var page = Resource($"Rules/{id}.md");
        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"**Severity:** {rule.DefaultSeverity} · **Category:** {rule.Category}\n", page, StringComparison.Ordinal);
        foreach (var heading in new[] { "## Bad", "## Good", "## Why", "## See also" })
            Assert.Contains("\n" + heading + "\n", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_has_a_link_and_a_release_entry(string id)
    {
        var rule = AllRules.ById(id);
        Assert.Equal(RuleDescriptor.HelpLinkBase + id, rule.HelpLinkUri);
        Assert.Contains($"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}", Releases());
    }

    [Fact]
    public void Ids_are_unique_and_ordered()
    {
        var ids = AllRules.Descriptors.Select(rule => rule.Id).ToArray();
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Matches("^REG[0-9]{4}$", id));
        Assert.Equal(Rules.All.Length, typeof(Rules).GetFields().Count(field => field.FieldType == typeof(Microsoft.CodeAnalysis.DiagnosticDescriptor)));
        Assert.Throws<ArgumentException>(() => Rules.ById("REG9999"));
    }

    [Fact]
    public void No_release_entry_is_of_an_unknown_rule() =>
        Assert.All(Releases().Where(line => line.StartsWith("REG", StringComparison.Ordinal)), line => AllRules.ById(line[..7]));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Code_on_the_page_does_what_the_page_says(string id)
    {
        var page = Resource($"Rules/{id}.md");
        var (bad, good) = (Code(page, "Bad"), Code(page, "Good"));
        var cases = RuleCases.All.First(set => set.Triggering.Any(row => row.Id == id));
        Assert.Contains(await Analysis.Run(cases.Compile(cases.Complete(bad))), diagnostic => diagnostic.Id == id);
        Assert.Empty(await Analysis.Run(cases.Compile(cases.Complete(good))));
    }

    private static string Code(string page, string heading) =>
        Regex.Match(page, $"## {heading}\n.*?```csharp\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

    private static string[] Releases() =>
        [.. new[] { "Compiler", "Analyzers" }.SelectMany(project => new[] { "Shipped", "Unshipped" }, (project, state) => Resource($"Releases/{project}/AnalyzerReleases.{state}.md")).SelectMany(text => text.Split('\n'))];

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name);
        Assert.True(stream is not null, $"{name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
