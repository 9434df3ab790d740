using Microsoft.CodeAnalysis.CSharp;
using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Declaration;

/// <summary>The project of these cases allows unsafe code only where a comment of the source says so.</summary>
public sealed class UnsafeCodeCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG0012", "[Experiment, Data<Digits>, Epochs(1), Sgd] partial class [|Net|] { static Layer Network() => Sequential(Flatten(), Linear(10)); }", "The training program of experiment 'Net' computes over pointers, which the project does not allow; add <AllowUnsafeBlocks>true</AllowUnsafeBlocks> to the project file"),
        ("REG0012", With("Data<Digits>, Epochs(1), Sgd").Replace("class Net", "class [|Net|]") + " [Mixup] partial class Net;", "The training program of experiment 'Net' computes over pointers, which the project does not allow; add <AllowUnsafeBlocks>true</AllowUnsafeBlocks> to the project file"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG0012", "// " + Setting + "\n" + With("Data<Digits>, Epochs(1), Sgd")),
        ("REG0012", "class Plain;"),
    ];

    public override CSharpCompilation Compile(params string[] sources)
    {
        var compilation = base.Compile(sources);
        return compilation.WithOptions(compilation.Options.WithAllowUnsafe(Array.Exists(sources, source => source.Contains(Setting, StringComparison.Ordinal))));
    }

    private const string Setting = "<AllowUnsafeBlocks>true</AllowUnsafeBlocks>";
}
