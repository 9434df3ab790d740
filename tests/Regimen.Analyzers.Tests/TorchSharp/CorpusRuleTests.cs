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

        // The old network of local response normalisations is right; that they help little is advice.
        Assert.Empty((await Analysis.Run(TorchSharpReference.Compile(text))).Where(diagnostic => diagnostic.Id != "REG6024"));
    }
}
