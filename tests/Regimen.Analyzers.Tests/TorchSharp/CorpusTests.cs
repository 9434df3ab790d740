using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.Tests.TorchSharp;

/// <summary>Programs as people write them by hand, all of them right: they compile, and a rule that reports one is wrong.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Files => [.. TorchSharpReference.Sources("TorchSharp/Corpus/").Select(source => source.Path)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Corpus_compiles(string path)
    {
        var text = TorchSharpReference.Sources(path).Single().Text;
        Assert.Empty(TorchSharpReference.Compile(text).GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }
}
