using Regimen.Compiler.Diagnostics;
using Regimen.Testing;

namespace Regimen.Analyzers.Tests;

/// <summary>Every rule triggers where it should, says what it should, and nowhere else.</summary>
public sealed class RuleTests
{
    public static TheoryData<string, string, string> Triggering => RuleCases.Triggering;

    public static TheoryData<string, string> Silent => RuleCases.Silent;

    [Theory]
    [MemberData(nameof(Triggering))]
    public async Task Triggers_at_the_place_with_the_message(string id, string marked, string message)
    {
        var (source, underlined, start) = Analysis.Unmark(RuleCases.Complete(marked));
        var diagnostic = Assert.Single(await Analysis.Run(source));
        Assert.Equal((id, message), (diagnostic.Id, diagnostic.GetMessage()));
        Assert.Equal((underlined, start), (diagnostic.Location.TextAt(), diagnostic.Location.SourceSpan.Start));
    }

    [Theory]
    [MemberData(nameof(Silent))]
    public async Task Does_not_trigger_otherwise(string id, string source)
    {
        var diagnostics = await Analysis.Run(RuleCases.Complete(source));
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == id);
        Assert.Equal("", string.Join("; ", diagnostics.Select(diagnostic => diagnostic.ToString())));
    }

    [Fact]
    public async Task All_that_is_missing_is_said_at_once()
    {
        var diagnostics = await Analysis.Run(RuleCases.Complete("[Experiment] class Net { }"));
        Assert.Equal(["REG0001", "REG0004", "REG0005", "REG0006", "REG0007"], diagnostics.Select(diagnostic => diagnostic.Id).Order());
    }

    [Fact]
    public async Task A_layer_of_a_helper_in_another_file_is_underlined_there()
    {
        var diagnostics = await Analysis.Run(
            RuleCases.Complete("[Experiment, Data<Digits>, Epochs(1), Sgd] partial class Net { static Layer Network() => Sequential(Parts.Head()); }"),
            "using Regimen; static class Parts { public static Layer Head() => Layers.Linear(10); }");
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("REG1002", "b.cs", "Layers.Linear(10)"), (diagnostic.Id, diagnostic.Location.SourceTree!.FilePath, diagnostic.Location.TextAt()));
    }

    [Fact]
    public async Task Nothing_is_said_of_another_attribute_of_the_same_name() =>
        Assert.Empty(await Analysis.Run("class ExperimentAttribute : System.Attribute { } [Experiment] class Net { }"));

    [Fact]
    public void Every_rule_has_tests_that_trigger_and_that_do_not()
    {
        var ids = Rules.All.Select(rule => rule.Id).ToArray();
        Assert.Equal(ids, RuleCases.Triggering.Select(row => (string)row[0]).Distinct().Order());
        Assert.Equal(ids, RuleCases.Silent.Select(row => (string)row[0]).Distinct().Order());
    }
}
