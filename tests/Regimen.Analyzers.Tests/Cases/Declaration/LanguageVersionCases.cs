using Microsoft.CodeAnalysis.CSharp;
using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Declaration;

/// <summary>The language version of these cases is what a comment of the source says; without one, the tests' own.</summary>
public sealed class LanguageVersionCases : ExperimentCases
{
    private const string Declaration = "[Experiment, Data<Digits>, Epochs(1), Sgd] partial class [|Net|] { static Layer Network() => Sequential(Flatten(), Linear(10)); }";

    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG0013", "// <LangVersion>11</LangVersion>\n" + Declaration, "The training program of experiment 'Net' is written in C# 12, but the project's language version is 11.0; remove <LangVersion> from the project file, or set it to 12 or newer"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG0013", "// <LangVersion>12</LangVersion>\n" + With("Data<Digits>, Epochs(1), Sgd")),
        ("REG0013", "// <LangVersion>latest</LangVersion>\n" + With("Data<Digits>, Epochs(1), Sgd")),
        ("REG0013", "// <LangVersion>11</LangVersion>\nclass Plain { }"),
    ];

    /// <summary>A project of that language version. Regimen's own sources, which are C# 14, are referenced by it as an assembly, as they are by every project.</summary>
    public override CSharpCompilation Compile(params string[] sources)
    {
        var version = LanguageVersion.Preview;
        foreach (var written in (string[])["11", "12", "latest"])
        {
            if (Array.Exists(sources, source => source.Contains($"<LangVersion>{written}</LangVersion>", StringComparison.Ordinal)))
                _ = LanguageVersionFacts.TryParse(written, out version);
        }

        var together = base.Compile(sources);
        var own = together.SyntaxTrees[^sources.Length..];
        var library = together.RemoveSyntaxTrees(own);
        return library.RemoveAllSyntaxTrees().WithAssemblyName("Project").AddReferences(library.ToMetadataReference())
            .AddSyntaxTrees(own.Select(tree => tree.WithRootAndOptions(tree.GetRoot(), ((CSharpParseOptions)tree.Options).WithLanguageVersion(version))));
    }
}
