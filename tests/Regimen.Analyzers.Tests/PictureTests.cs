using System.Text.RegularExpressions;
using Regimen.Analyzers.Tests.Infrastructure;
using Regimen.Generators.Tests.Infrastructure;
using Regimen.Testing;

namespace Regimen.Analyzers.Tests;

/// <summary>The README's picture of diagnostics shows what the rules say; <c>make pictures</c> draws it anew.</summary>
public sealed class PictureTests
{
    private const string Data = """
        namespace Regimen;
        [ImageData(Channels = 1, Height = 28, Width = 28, Classes = 10, TrainImages = 60_000)]
        public sealed class FashionMnist : IDataSource { public static ImageDataSet Open() => null!; }
        """;

    [Fact]
    public async Task Picture_shows_what_the_rules_say()
    {
        var picture = await File.ReadAllTextAsync(Repository.PathOf("docs", "images", "diagnostics.svg"));
        var source = await File.ReadAllTextAsync(Repository.PathOf("samples", "Mistakes", "HastyCnn.cs"));
        var said = await Analysis.Run(TestCompilation.Of(Data, source));
        Assert.Equal(3, said.Length);
        Assert.Equal(said.Select(diagnostic => diagnostic.Id), Regex.Matches(picture, ">(REG[0-9]{4})<").Select(match => match.Groups[1].Value));

        // Long messages are broken into lines.
        var text = string.Join(" ", Regex.Matches(picture, "<text class=\"m\"[^>]*>([^<]+)</text>").Select(match => match.Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal)));
        Assert.All(said, diagnostic => Assert.Contains(diagnostic.GetMessage(), text, StringComparison.Ordinal));
    }
}
