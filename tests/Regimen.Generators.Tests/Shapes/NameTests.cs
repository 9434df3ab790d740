using Regimen.Generators.Tests.Infrastructure;

namespace Regimen.Generators.Tests.Shapes;

/// <summary>Names that a person may give, and that generated code must live beside.</summary>
public sealed class NameTests
{
    [Fact]
    public void The_same_name_in_two_namespaces() => GeneratorRunner
        .Run("namespace First\n{\n" + Projects.Net() + "\n}", "namespace Second\n{\n" + Projects.Net() + "\n}")
        .Has("First.Net", "Second.Net");

    [Fact]
    public void Names_that_would_run_together() => GeneratorRunner
        .Run("namespace A.B_C\n{\n" + Projects.Net() + "\n}", "namespace A_B.C\n{\n" + Projects.Net() + "\n}", "namespace A.B.C\n{\n" + Projects.Net() + "\n}")
        .Has("A.B_C.Net", "A_B.C.Net", "A.B.C.Net");

    [Fact]
    public void Underscores_at_the_ends_of_names() => GeneratorRunner
        .Run("namespace A\n{\n" + Projects.Net("public partial class _B") + "\n}", "namespace A_\n{\n" + Projects.Net("public partial class B") + "\n}")
        .Has("A._B", "A_.B");

    [Fact]
    public void Names_that_differ_by_case_alone()
    {
        var run = GeneratorRunner.Run(Projects.Net("public partial class Net"), Projects.Net("public partial class NET"));
        Assert.Equal(8, run.Sources.Length);
        Assert.Equal(8, run.Texts.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [InlineData("@event", "@class")]
    [InlineData("@namespace.@int", "@base")]
    [InlineData("@record", "@partial")]
    [InlineData("@await", "@async")]
    [InlineData("@global", "@dynamic")]
    [InlineData("@field", "@value")]
    public void Keywords(string space, string name) => GeneratorRunner
        .Run($"#pragma warning disable CS8981\nnamespace {space}\n{{\n{Projects.Net($"public partial class {name}")}\n}}")
        .Has($"{space}.{name}".Replace("@", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("Größe.Übung", "Réseau")]
    [InlineData("数据", "网络")]
    [InlineData("_", "_1")]
    public void Letters_of_any_language(string space, string name) => GeneratorRunner
        .Run($"namespace {space}\n{{\n{Projects.Net($"public partial class {name}")}\n}}")
        .Has($"{space}.{name}");

    [Theory]
    [InlineData("Linear")]
    [InlineData("ReLU")]
    [InlineData("Flatten")]
    [InlineData("BatchNorm")]
    [InlineData("Sequential")]
    public void An_experiment_called_like_a_layer(string layer) => GeneratorRunner
        .Run(Projects.Net($"public partial class {layer}", "private static Layer Network() => Layers.Sequential(Layers.Flatten(), Layers.BatchNorm(), Layers.ReLU(), Layers.Linear(10));"))
        .Has(layer);

    [Theory]
    [InlineData("Experiment")]
    [InlineData("Layer")]
    [InlineData("Mixup")]
    [InlineData("Sgd")]
    [InlineData("Tensor")]
    [InlineData("TrainingRun")]
    [InlineData("System")]
    [InlineData("Generated")]
    public void An_experiment_called_like_a_type_of_ours(string name) => GeneratorRunner
        .Run($"namespace My\n{{\n{Projects.Net($"public partial class {name}", "private static Regimen.Layer Network() => Sequential(Flatten(), Linear(10));", "Mixup, Warmup, CosineDecay")}\n}}")
        .Has("My." + name);

    [Theory]
    [InlineData("MyApp.System")]
    [InlineData("MyApp.Regimen")]
    [InlineData("MyApp.Regimen.Generated.System")]
    [InlineData("Regimen.MyApp")]
    [InlineData("Regimen.Generated")]
    [InlineData("System.MyApp")]
    public void A_namespace_called_like_one_of_ours(string space) => GeneratorRunner
        .Run($$"""
            namespace {{space}}
            {
                {{Projects.Net(attributes: "Warmup, CosineDecay, LinearScaling").Replace("Regimen", "global::Regimen", StringComparison.Ordinal)}}

                internal static class Math;

                internal static class Tensor;
            }
            """)
        .Has(space + ".Net");

    [Theory]
    [InlineData("namespace My;")]
    [InlineData("")]
    public void Types_of_the_user_called_like_those_that_generated_code_uses(string space) => GeneratorRunner
        .Run(
            // A type System in the global namespace would leave no program intact.
            string.Join("\n", Ours.Where(name => name != "System" || space.Length > 0).Select(name => $"internal static class {name};").Prepend(space)),
            "using Regimen;\nusing static Regimen.Layers;\n" + space + Projects.Net(body: EveryLayer, attributes: EveryTrick).Replace("using Regimen;", "", StringComparison.Ordinal).Replace("using static Regimen.Layers;", "", StringComparison.Ordinal))
        .Has(space.Length > 0 ? "My.Net" : "Net");

    [Fact]
    public void Nested_types_called_like_those_that_generated_code_uses() => GeneratorRunner
        .Run(Projects.Net(body: EveryLayer + "\n" + string.Join("\n", Ours.Select(name => $"private static class {name};")), attributes: EveryTrick))
        .Has("Net");

    [Fact]
    public void Members_called_like_those_that_generated_code_uses() => GeneratorRunner
        .Run(Projects.Net(body: EveryLayer + "\n" + string.Join("\n", Ours.Select(name => $"private static int {name}() => 1;")), attributes: EveryTrick))
        .Has("Net");

    [Fact]
    public void Aliases_called_like_types_that_generated_code_uses() => GeneratorRunner
        .Run(string.Join("\n", Ours.Select(name => $"global using {name} = int;")), Projects.Net(body: EveryLayer, attributes: EveryTrick))
        .Has("Net");

    [Fact]
    public void Fields_called_like_locals_of_generated_code() => GeneratorRunner
        .Run(Projects.Net(
            body: EveryLayer + "\ninternal int run = 1, network = 1, program = 1, rate = 1, peak = 1, step = 1, u = 1, span = 1, warmupSteps = 1, state = 1, input = 1, fused = 1;",
            attributes: EveryTrick))
        .Has("Net");

    private const string EveryTrick = "Warmup(Mode = WarmupMode.Constant, UntilTrainError = 0.5), CosineDecay, LinearScaling, Mixup, LabelSmoothing, WeightDecay";

    private const string EveryLayer = """
        private static Layer Network() => Layers.Sequential(
            Layers.Conv2d(4, 3), Layers.BatchNorm(), Layers.ReLU(), Layers.MaxPool2d(2), Layers.AvgPool2d(2), Layers.LayerNorm(), Layers.GELU(),
            Layers.Residual(Layers.Tanh()), Layers.Flatten(), Layers.Dropout(), Layers.Linear(10));
        """;

    /// <summary>Names that generated code uses, but none that is a property the generator declares.</summary>
    private static readonly string[] Ours =
    [
        "Tensor", "ScalarType", "Math", "Convolution", "Products", "Update", "Input", "Loss", "Forward", "Backward", "Infer", "TrainStep", "Views", "ViewsFor", "Program", "Twin",
        "StepMemory", "Partials", "Launch", "Chunk", "ChunkPlan", "Joined", "Moments", "Windows", "Words", "ILanes", "ILaneKernel", "IUnitKernel", "Lane", "Lane64", "Lanes256",
        "Lanes512", "LaneMath", "Vector512", "Sgd", "Arena", "MiniBatch", "ModelState", "ModelLayout", "TrainingRun", "TrainingProgram", "InputStage", "ParameterRole", "Release",
        "IBinaryFloatingPointIeee754", "IDisposable", "MethodImpl", "MethodImplOptions", "CallerFilePath", "ChannelStatistics", "PixelStatistics", "ImageDataSet", "GeneratedCode",
        "IReadOnlyList", "System", "Generated",
    ];
}
