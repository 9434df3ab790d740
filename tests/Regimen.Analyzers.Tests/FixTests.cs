using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests;

/// <summary>Every fix makes what it should, the result compiles and no longer triggers, and all places can be fixed at once.</summary>
public sealed class FixTests
{
    public static IEnumerable<object[]> Fixes =>
        RuleCases.All.SelectMany(cases => cases.Fixes.Select(row => new object[] { cases.GetType().Name, row.Id, row.Bad, row.Fixed }));

    public static IEnumerable<object[]> Unfixable =>
        RuleCases.All.SelectMany(cases => cases.Unfixable.Select(row => new object[] { cases.GetType().Name, row.Id, row.Source }));

    [Theory]
    [MemberData(nameof(Fixes))]
    public async Task Fix_makes_the_good_code(string cases, string id, string bad, string good)
    {
        var set = RuleCases.Named(cases);
        var compilation = set.Compile(set.Complete(bad));
        var changed = await CodeFixing.FixFirst(compilation, id);
        Assert.True(changed is not null, "No fix is offered.");
        Assert.Equal(set.Complete(good), changed, ignoreLineEndingDifferences: true);

        var after = set.Compile(changed);
        Assert.Empty(Errors(after).Except(Errors(compilation)));
        Assert.DoesNotContain(await Analysis.Run(after), diagnostic => diagnostic.Id == id);
    }

    [Theory]
    [MemberData(nameof(Fixes))]
    public async Task All_places_are_fixed_at_once(string cases, string id, string bad, string good)
    {
        var set = RuleCases.Named(cases);
        var changed = await CodeFixing.FixAll(set.Compile(set.Complete(Twice(bad))), id);
        Assert.Equal(set.Complete(Twice(good)), changed, ignoreLineEndingDifferences: true);
        var after = set.Compile(changed);
        Assert.Empty(Errors(after).Except(Errors(set.Compile(set.Complete(Twice(bad))))));
        Assert.DoesNotContain(await Analysis.Run(after), diagnostic => diagnostic.Id == id);
    }

    /// <summary>Whatever fix a tool makes first, the other one still applies, and both end in the same code.</summary>
    [Theory]
    [InlineData("Adam", "optim.Adam(net.parameters(), 1e-3, weight_decay: 1e-2)")]
    [InlineData("new Adam", "new Adam(net.parameters(), 1e-3, weight_decay: 1e-2)")]
    [InlineData("torch.optim.Adam", "torch.optim.Adam(net.parameters(), weight_decay: 1e-2, lr: 1e-3)")]
    public async Task Adam_gets_its_groups_and_becomes_AdamW_in_either_order(string name, string call)
    {
        var cases = RuleCases.All.OfType<TorchSharpCases>().First();
        var source = cases.Complete($$"""static class Program { static void Run() { var net = Sequential(Linear(4, 8), ReLU(), Linear(8, 2)); optim.Optimizer adam = {{call}}; } }""");
        var groupsFirst = await CodeFixing.FixAll(cases.Compile(await CodeFixing.FixAll(cases.Compile(source), "REG6001")), "REG6025");
        var nameFirst = await CodeFixing.FixAll(cases.Compile(await CodeFixing.FixAll(cases.Compile(source), "REG6025")), "REG6001");
        Assert.Equal(nameFirst, groupsFirst);
        Assert.Contains(name + "W(", groupsFirst, StringComparison.Ordinal);
        Assert.DoesNotContain("Adam.", groupsFirst, StringComparison.Ordinal);
        var after = cases.Compile(groupsFirst);
        Assert.Empty(Errors(after));
        Assert.DoesNotContain(await Analysis.Run(after), diagnostic => diagnostic.Id is "REG6001" or "REG6025");
    }

    [Fact]
    public async Task All_places_are_fixed_where_the_key_is_that_of_another_diagnostic()
    {
        var cases = RuleCases.All.First(cases => cases.Fixes.Any(row => row.Id == "REG1005"));
        var (_, bad, good) = cases.Fixes.First(row => row.Id == "REG1005");
        Assert.Equal(cases.Complete(Twice(good)), await CodeFixing.FixAll(cases.Compile(cases.Complete(Twice(bad))), "REG1005", hasKey: false), ignoreLineEndingDifferences: true);
    }

    [Theory]
    [MemberData(nameof(Unfixable))]
    public async Task No_fix_is_offered_where_it_does_not_apply(string cases, string id, string source)
    {
        var set = RuleCases.Named(cases);
        Assert.Null(await CodeFixing.FixFirst(set.Compile(set.Complete(source)), id));
    }

    [Fact]
    public void Every_fix_has_a_case()
    {
        var fixable = AllRules.Fixes.SelectMany(fix => fix.FixableDiagnosticIds).ToArray();
        Assert.Equal(fixable.Distinct(), fixable);
        Assert.Equal(fixable.Order(StringComparer.Ordinal), RuleCases.All.SelectMany(cases => cases.Fixes).Select(row => row.Id).Distinct().Order(StringComparer.Ordinal));
        Assert.All(fixable, id => AllRules.ById(id));
    }

    private static string Twice(string source) => $"namespace First {{\n{source}\n}}\nnamespace Second {{\n{source}\n}}";

    /// <summary>What the compiler refuses, without the places, which the fix moves.</summary>
    private static IEnumerable<string> Errors(CSharpCompilation compilation) => compilation.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage()}")
        .Order(StringComparer.Ordinal);
}
