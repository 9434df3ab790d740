using Microsoft.CodeAnalysis;
using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests;

/// <summary>The ready-made sets of severities hold every rule, and are written from the rules.</summary>
public sealed class ProfileTests
{
    public static TheoryData<string> Names => [.. Profile.All.Select(profile => profile.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Profile_is_written_from_the_rules(string name) => WrittenFile.Demand(Profile.Named(name).Path, Profile.Named(name).Text);

    [Theory]
    [MemberData(nameof(Names))]
    public void Profile_sets_every_rule_as_it_says(string name)
    {
        var profile = Profile.Named(name);
        var set = AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse(File.ReadAllText(profile.Path), profile.Path) }, out var problems);
        Assert.Empty(problems);
        Assert.Equal(
            AllRules.Descriptors.Select(rule => (rule.Id, profile.Severity(rule.DefaultSeverity))),
            set.GlobalConfigOptions.TreeOptions.Select(option => (Id: option.Key.ToUpperInvariant(), option.Value)).OrderBy(option => option.Id, StringComparer.Ordinal));
    }

    [Fact]
    public void No_other_profile_lies_there() => Assert.Equal(
        Profile.All.Select(profile => profile.Path).Order(StringComparer.Ordinal),
        Directory.GetFiles(Path.GetDirectoryName(Profile.All[0].Path)!).Order(StringComparer.Ordinal));
}
