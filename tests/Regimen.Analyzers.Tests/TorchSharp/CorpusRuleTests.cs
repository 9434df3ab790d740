using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.TorchSharp;

/// <summary>The rules keep quiet on right programs.</summary>
public sealed class CorpusRuleTests
{
    [Theory]
    [MemberData(nameof(CorpusTests.Files), MemberType = typeof(CorpusTests))]
    public async Task Corpus_gives_no_diagnostic(string path)
    {
        var text = TorchSharpReference.Sources(path).Single().Text;
        Assert.Equal("", string.Join("\n", (await Analysis.Run(TorchSharpReference.Compile(text))).Select(diagnostic => diagnostic.ToString())));
    }

    /// <summary>No analyzer may fail on what stands in an editor while somebody types.</summary>
    [Theory]
    [MemberData(nameof(CorpusTests.Files), MemberType = typeof(CorpusTests))]
    public async Task Half_written_program_fails_no_analyzer(string path)
    {
        const int Cuts = 7;
        var text = TorchSharpReference.Sources(path).Single().Text;
        for (var cut = 1; cut < Cuts; cut++)
            await Analysis.Run(TorchSharpReference.Compile(text[..(text.Length * cut / Cuts)]));
    }

    [Fact]
    public async Task Top_level_statements_are_read_too()
    {
        var diagnostics = await Analysis.Run(TorchSharpReference.Compile("""
            using TorchSharp;
            using static TorchSharp.torch;

            var model = nn.Sequential(nn.Conv2d(3, 8, 3, bias: false), nn.ReLU(), nn.BatchNorm2d(8), nn.Flatten(), nn.Linear(8, 2), nn.Softmax(1));
            var optimizer = optim.Adam(model.parameters(), 1e-3, weight_decay: 1e-2);
            nn.functional.cross_entropy(model.call(rand(16, 4)), randint(3, new long[] { 16 })).backward();
            """));
        Assert.Equal(["REG6001", "REG6002", "REG6005", "REG6025"], diagnostics.Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
    }
}
