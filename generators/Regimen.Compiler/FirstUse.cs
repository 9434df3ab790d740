using Regimen.Compiler.Model;

namespace Regimen.Compiler;

/// <summary>
/// Has the run time compile the later stages while Roslyn still looks for the first experiment and binds it. A compiler that just loaded the
/// generator spends most of the first run on compiling the generator's own code; the stages behind the parser need nothing of Roslyn, so a
/// second core can do theirs meanwhile. <c>make bench-ide</c> measures what is left.
/// </summary>
public static class FirstUse
{
    private static readonly Lazy<Task<EquatableArray<GeneratedFile>>> Preparation = new(() => Task.Run(() => ExperimentCompiler.Compile(Example())));

    /// <summary>Whether somebody asked for it.</summary>
    internal static bool IsStarted => Preparation.IsValueCreated;

    /// <summary>Starts it, once per process; returns at once.</summary>
    /// <returns>What is being made; nobody needs to wait for it.</returns>
    public static Task<EquatableArray<GeneratedFile>> Prepare() => Preparation.Value;

    /// <summary>An experiment with one of each of the usual layers and attributes. What is made of it is thrown away.</summary>
    internal static ExperimentSpec Example()
    {
        LayerSpec[] layers =
        [
            Layer("Conv2d", ("channels", 8), ("kernel", 3), ("stride", 1), ("padding", 1), ("dilation", 1), ("groups", 1), ("bias", false)),
            Layer("BatchNorm", ("momentum", 0.1), ("epsilon", 1e-5)),
            Layer("ReLU"),
            Layer("MaxPool2d", ("kernel", 2), ("stride", 0), ("padding", 0)),
            Layer("Flatten"),
            Layer("Linear", ("features", 8), ("bias", true)),
            Layer("ReLU"),
            Layer("Dropout", ("probability", 0.5)),
            Layer("Linear", ("features", 2), ("bias", true)),
        ];
        return new ExperimentSpec(
            new TypeSpec("", "Example", EquatableArray<string>.Empty, "internal", "Example"),
            new[] { Attribute("Experiment"), Attribute("Data"), Attribute("Epochs", ("count", 1)), Attribute("Sgd"), Attribute("WeightDecay"), Attribute("Warmup"), Attribute("CosineDecay"), Attribute("LabelSmoothing"), Attribute("Mixup") }.ToEquatableArray(),
            new DataSpec("Example", 1, 4, 4, 2),
            new LayerSpec("Sequential", EquatableArray<ArgumentSpec>.Empty, layers.ToEquatableArray(), ""));
    }

    private static LayerSpec Layer(string kind, params (string Name, object Value)[] arguments) => new(kind, Arguments(arguments), EquatableArray<LayerSpec>.Empty, "");

    private static AttributeSpec Attribute(string name, params (string Name, object Value)[] arguments) => new(name, Arguments(arguments));

    private static EquatableArray<ArgumentSpec> Arguments((string Name, object Value)[] arguments) =>
        arguments.Select(argument => new ArgumentSpec(argument.Name, argument.Value)).ToEquatableArray();
}
