using Regimen.Compiler.Model;
using Regimen.Compiler.Recipe;
using Regimen.Compiler.Recipe.Updates;
using Regimen.Compiler.Rendering.Cuda;
using Regimen.Testing;

namespace Regimen.Compiler.Tests.Cuda;

/// <summary>Small networks that between them have every layer, every update rule, and what the samples' kernels lack: units as narrow as a warp and wider ones, windows that overlap, groups of channels.</summary>
internal static class CudaNetworks
{
    private const string Data = """
        [global::Regimen.ImageData(Channels = 3, Height = 7, Width = 6, Classes = 5)]
        public sealed class Small : global::Regimen.IDataSource { public static global::Regimen.ImageDataSet Open() => null!; }
        """;

    private static readonly Dictionary<string, (string Rule, string Attributes, string Network)> Experiments = new()
    {
        // Layer normalisation within a warp and over a block; wide features.
        ["NarrowAndWide"] = ("AdamW", "WeightDecay(0.01)", "Flatten(), Linear(24), LayerNorm(), GELU(), Linear(70), LayerNorm(), SiLU(), Dropout(0.3), Linear(300), BatchNorm(), Tanh(), Linear(5)"),
        ["Windows"] = ("RmsProp", "LabelSmoothing(0.1)", "Conv2d(6, 3, padding: 1), BatchNorm(), MaxPool2d(3, stride: 2, padding: 1), Conv2d(4, 3, padding: 1, bias: false), AvgPool2d(3, stride: 1, padding: 1), LeakyReLU(), MaxPool2d(2), Flatten(), Linear(5)"),
        ["Images"] = ("Lion", "WeightDecay(0.1)", "Conv2d(6, 3, padding: 1, groups: 3), LayerNorm(), Sigmoid(), Residual(Sequential(Conv2d(6, 3, padding: 1), BatchNorm(), ReLU(), Dropout(0.2))), AvgPool2d(2), GlobalAveragePool2d(), Linear(5)"),
        ["Strided"] = ("Adam", "Mixup", "Conv2d(40, 3, stride: 2, padding: 1), LayerNorm(), Tanh(), Residual(Sequential(Conv2d(40, 1), BatchNorm()), Conv2d(40, 1)), ReLU(), GlobalAveragePool2d(), Linear(5)"),
    };

    public static TheoryData<string> Names => [.. Experiments.Keys];

    /// <summary>An experiment, updated by a rule whether or not an attribute declares it yet.</summary>
    public static (StepPrograms Programs, CudaProgram Cuda) Of(string name)
    {
        var (rule, attributes, network) = Experiments[name];
        var text = TestCompilation.Experiment($"static Layer Network() => Sequential({network});", "Data<Small>(BatchSize = 8), Epochs(1), Sgd, " + attributes);
        var parsed = TestCompilation.Of(text, Data).Parse();
        var spec = parsed.Spec ?? throw new InvalidOperationException($"{name}: {string.Join("; ", parsed.Findings.Select(finding => finding.ToDiagnostic()))}");
        return CudaSamples.Of(spec, UpdateRules.Of(new AttributeSpec(rule, EquatableArray<ArgumentSpec>.Empty))!);
    }
}
