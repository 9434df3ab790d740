using Microsoft.CodeAnalysis;
using Regimen.Analyzers.Tests.Infrastructure;
using Regimen.Testing;
using Regimen.Tests;

namespace Regimen.Analyzers.Tests;

/// <summary>Every rule triggers where it should, says what it should, and nowhere else.</summary>
public sealed class RuleTests
{
    public static IEnumerable<object[]> Triggering =>
        RuleCases.All.SelectMany(cases => cases.Triggering.Select(row => new object[] { cases.GetType().Name, row.Id, row.Source, row.Message }));

    public static IEnumerable<object[]> Silent =>
        RuleCases.All.SelectMany(cases => cases.Silent.Select(row => new object[] { cases.GetType().Name, row.Id, row.Source }));

    [Theory]
    [MemberData(nameof(Triggering))]
    public async Task Triggers_at_the_place_with_the_message(string cases, string id, string marked, string message)
    {
        using var _ = new ForeignCulture();
        var set = RuleCases.Named(cases);
        var (source, places) = Analysis.Unmark(set.Complete(marked));
        var all = await Analysis.Run(set.Compile(source));
        var found = all.Where(diagnostic => diagnostic.Id == id).ToArray();
        Assert.True(found.Length > 0, $"{id} is not reported. Reported: {string.Join("; ", all)}");
        Assert.Equal(places.Select(place => source.Substring(place.Start, place.Length)), found.Select(diagnostic => diagnostic.Location.TextAt()));
        Assert.Equal(places, found.Select(diagnostic => diagnostic.Location.SourceSpan));
        Assert.Equal(message, found[0].GetMessage());
    }

    [Theory]
    [MemberData(nameof(Silent))]
    public async Task Does_not_trigger_otherwise(string cases, string id, string source)
    {
        var set = RuleCases.Named(cases);
        var compilation = set.Compile(set.Complete(source));
        Assert.Equal("", string.Join("; ", set.IsRight(id) ? compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) : []));
        var diagnostics = await Analysis.Run(compilation);
        Assert.Equal("", string.Join("; ", diagnostics.Where(diagnostic => diagnostic.Id == id || diagnostic.Severity == DiagnosticSeverity.Error)));
    }

    [Fact]
    public void Every_rule_has_cases_that_trigger_and_that_do_not()
    {
        var ids = AllRules.Descriptors.Select(rule => rule.Id).ToArray();
        Assert.Equal(ids, RuleCases.All.SelectMany(cases => cases.Triggering).Select(row => row.Id).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(ids, RuleCases.All.SelectMany(cases => cases.Silent).Select(row => row.Id).Distinct().Order(StringComparer.Ordinal));
    }
}
