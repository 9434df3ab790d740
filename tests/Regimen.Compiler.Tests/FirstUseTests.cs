using System.Reflection;
using System.Runtime;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Regimen.Compiler.Parsing;
using Regimen.Testing;

namespace Regimen.Compiler.Tests;

/// <summary>What is compiled ahead is what the first experiment needs; nobody sees whether it fails there, or whether it is of any use.</summary>
public sealed class FirstUseTests
{
    private const string Network = """
        static Layer Network() => Sequential(
            Block(32), Block(64), Flatten(), Linear(128, bias: false), BatchNorm(), ReLU(), Dropout(0.2), Linear(10));

        static Layer Block(int channels) => Sequential(Conv2d(channels, kernel: 3, padding: 1, bias: false), BatchNorm(), ReLU(), MaxPool2d(2));
        """;

    private const string Attributes =
        "Data<Digits>(BatchSize = 128), Epochs(5), Sgd(Nesterov = true), WeightDecay(5e-4), Warmup(Epochs = 1), CosineDecay, LabelSmoothing(0.1), Mixup(0.2)";

    [Fact]
    public async Task It_runs_to_its_end() => Assert.Equal(["Example.g.cs", "Example.Network.g.cs", "Example.Kernels.g.cs", "Example.Twin.g.cs"], (await FirstUse.Prepare()).Select(file => file.HintName));

    [Fact]
    public void After_it_the_first_experiment_finds_the_later_stages_compiled()
    {
        var cold = MethodsCompiled(isPrepared: false);
        var prepared = MethodsCompiled(isPrepared: true);
        Assert.True(prepared * 10 < cold, $"The first experiment has the run time compile {prepared} methods of the later stages, and {cold} without what is compiled ahead.");
    }

    /// <summary>How many methods the run time compiles for the later stages of a first experiment, in a copy of the compiler that has run nothing.</summary>
    private static long MethodsCompiled(bool isPrepared)
    {
        var copy = new AssemblyLoadContext("a compiler of its own").LoadFromAssemblyPath(typeof(FirstUse).Assembly.Location);
        MethodInfo Method(Type known, string name) => copy.GetType(known.FullName!)!.GetMethod(name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;

        var compilation = TestCompilation.Of(TestCompilation.Experiment(Network, Attributes));
        var parsed = Method(typeof(ExperimentParser), nameof(ExperimentParser.Parse)).Invoke(null, [compilation.GetTypeByMetadataName("Net"), (Compilation)compilation, CancellationToken.None])!;
        var spec = parsed.GetType().GetProperty(nameof(ParseResult.Spec))!.GetValue(parsed);
        var compile = Method(typeof(ExperimentCompiler), nameof(ExperimentCompiler.Compile));
        if (isPrepared)
            compile.Invoke(null, [Method(typeof(FirstUse), nameof(FirstUse.Example)).Invoke(null, [])]);

        var before = JitInfo.GetCompiledMethodCount(currentThread: true);
        compile.Invoke(null, [spec]);
        return JitInfo.GetCompiledMethodCount(currentThread: true) - before;
    }
}
