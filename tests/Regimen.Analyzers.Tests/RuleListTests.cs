using Regimen.Analyzers.Experiments;
using Regimen.Analyzers.TorchSharp;

namespace Regimen.Analyzers.Tests;

/// <summary>A rule that is written is also asked.</summary>
public sealed class RuleListTests
{
    [Fact]
    public void Every_rule_over_experiments_is_listed() => AllAreListed(ExperimentRules.All);

    [Fact]
    public void Every_rule_over_TorchSharp_code_is_listed() => AllAreListed(TorchSharpRules.All);

    private static void AllAreListed<T>(IEnumerable<T> rules) =>
        Assert.Equal(
            typeof(T).Assembly.GetTypes().Where(type => typeof(T).IsAssignableFrom(type) && !type.IsAbstract).OrderBy(type => type.FullName, StringComparer.Ordinal),
            rules.Select(rule => rule!.GetType()).OrderBy(type => type.FullName, StringComparer.Ordinal));
}
