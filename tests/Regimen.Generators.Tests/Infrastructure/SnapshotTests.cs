namespace Regimen.Generators.Tests.Infrastructure;

/// <summary>A failing snapshot shows what changed.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void A_difference_shows_changed_lines_and_their_surroundings()
    {
        var before = string.Join("\n", Enumerable.Range(0, 100).Select(i => $"line {i}"));
        var after = before.Replace("line 50\n", "line fifty\nand more\n", StringComparison.Ordinal);
        Assert.Equal(
            ["  ⋮", "  line 48", "  line 49", "- line 50", "+ line fifty", "+ and more", "  line 51", "  line 52"],
            TextDifference.Between(before, after).Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Equal_texts_have_no_difference() => Assert.Equal("", TextDifference.Between("a\nb", "a\nb"));

    [Fact]
    public void A_long_difference_is_cut() => Assert.EndsWith("… and more", TextDifference.Between("", string.Join("\n", Enumerable.Range(0, 500))), StringComparison.Ordinal);
}
