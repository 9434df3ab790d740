using System.Text.RegularExpressions;
using Regimen.Analyzers.Tests.Infrastructure;
using Regimen.Generators.Tests.Infrastructure;
using Regimen.Testing;

namespace Regimen.Analyzers.Tests;

/// <summary>The README's picture of diagnostics shows what the rules say; <c>make pictures</c> draws it anew.</summary>
public sealed class PictureTests
{
    [Fact]
    public async Task Picture_shows_what_the_rules_say()
    {
        var picture = await File.ReadAllTextAsync(Repository.PathOf("docs", "images", "diagnostics.svg"));
        var source = await File.ReadAllTextAsync(Repository.PathOf("samples", "Mistakes", "HastyCnn.cs"));
        var said = await Analysis.Run(TestCompilation.Of(DataSources.Known, source));
        Assert.Equal(3, said.Length);
        Assert.Equal(said.Select(diagnostic => diagnostic.Id), Regex.Matches(picture, ">(REG[0-9]{4})<").Select(match => match.Groups[1].Value));

        // Long messages are broken into lines.
        var text = string.Join(" ", Regex.Matches(picture, "<text class=\"m\"[^>]*>([^<]+)</text>").Select(match => match.Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal)));
        Assert.All(said, diagnostic => Assert.Contains(diagnostic.GetMessage(), text, StringComparison.Ordinal));
    }
}
