using Microsoft.CodeAnalysis;
using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests;

/// <summary>
/// The ready-made sets of severities hold every rule. They are written from the rules; after a change to those:
/// <c>ACCEPT_SNAPSHOTS=1 dotnet test -c Release tests/Regimen.Analyzers.Tests --filter ProfileTests</c>.
/// </summary>
public sealed class ProfileTests
{
    private const string Variable = "ACCEPT_SNAPSHOTS";

    // Before any test, so that all of them see what is accepted.
    static ProfileTests()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 })
            return;
        foreach (var profile in Profile.All)
            File.WriteAllText(profile.Path, profile.Text);
    }

    public static TheoryData<string> Names => [.. Profile.All.Select(profile => profile.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Profile_is_written_from_the_rules(string name)
    {
        var profile = Profile.Named(name);
        Assert.True(File.Exists(profile.Path), $"{profile.Path} is missing. Set {Variable}=1 to write it.");
        Assert.True(
            profile.Text == File.ReadAllText(profile.Path).ReplaceLineEndings("\n"),
            $"{profile.Path} is not what the rules make of it. To write it: {Variable}=1 dotnet test -c Release tests/Regimen.Analyzers.Tests --filter {nameof(ProfileTests)}");
    }

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
