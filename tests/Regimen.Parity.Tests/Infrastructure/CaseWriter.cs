using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Regimen.Torch;
using Regimen.Training;

namespace Regimen.Parity;

/// <summary>Writes an experiment as a case for reference.py: see reference/case.py for the format.</summary>
internal static class CaseWriter
{
    /// <summary>Writes <c>case.json</c> and its files.</summary>
    /// <param name="folder">An existing, empty folder.</param>
    /// <param name="experiment">At its start: its parameters are the case's.</param>
    /// <param name="mode">"gradients" or "train".</param>
    /// <param name="steps">How many steps from the start.</param>
    public static unsafe void Write(string folder, Experiment experiment, string mode, int steps)
    {
        var recipe = new Recipe(experiment.GetType());
        var state = ExperimentAccess.State(experiment);
        var (channels, height, width, classes) = ExperimentAccess.InputShape(experiment);
        var data = ExperimentAccess.Data(experiment);
        var normalization = ExperimentAccess.Normalization(experiment);
        var draws = Enumerable.Range(0, steps).Select(step => StepDraws.Of(experiment, recipe, step)).ToArray();

        WriteBytes(folder, "pixels.bin", data, images => new ReadOnlySpan<byte>(images.Pixels, images.Count * channels * height * width));
        WriteBytes(folder, "labels.bin", data, images => new ReadOnlySpan<byte>(images.Labels, images.Count));
        WriteParameters(folder, state);
        var description = new JsonObject
        {
            ["mode"] = mode,
            ["dtype"] = state.ElementType == ScalarType.Float64 ? "float64" : "float32",
            ["network"] = Describe(recipe.Network),
            ["input"] = new JsonArray(channels, height, width),
            ["classes"] = classes,
            ["count"] = data.Train.Count + data.Test.Count,
            ["pixels"] = "pixels.bin",
            ["labels"] = "labels.bin",
            ["mean"] = Array(Enumerable.Range(0, channels).Select(channel => normalization[normalization.Length == 1 ? 0 : channel].Mean)),
            ["std"] = Array(Enumerable.Range(0, channels).Select(channel => normalization[normalization.Length == 1 ? 0 : channel].StandardDeviation)),
            ["parameters"] = new JsonArray([.. PreorderParameters.Of(state.Layout).Select(parameter =>
                new JsonObject { ["name"] = parameter.Name, ["shape"] = Array(parameter.Shape) })]),
            ["optimizer"] = Optimizer(experiment, recipe),
            ["schedule"] = Schedule(experiment, recipe),
            ["smoothing"] = ExperimentAccess.Scalar(experiment, "LabelSmoothing", 0),
            ["steps"] = new JsonArray([.. draws.Select((step, index) => Step(folder, step, index, recipe))]),
            ["record_weights"] = mode == "train",
            ["evaluate"] = mode == "train" ? new JsonObject { ["samples"] = Array(Enumerable.Range(data.Train.Count, data.Test.Count)) } : null,
        };
        File.WriteAllText(Path.Combine(folder, "case.json"), description.ToJsonString());
    }

    /// <summary>A schedule as a case describes it.</summary>
    public static JsonObject Schedule(long totalSteps, (long Steps, WarmupMode Mode, double Factor)? warmup, double? floor) => new()
    {
        ["total_steps"] = totalSteps,
        ["warmup"] = warmup is { } given ? new JsonObject { ["steps"] = given.Steps, ["mode"] = given.Mode.ToString(), ["factor"] = given.Factor } : null,
        ["cosine"] = floor is { } value ? new JsonObject { ["floor"] = value } : null,
    };

    /// <summary>η after linear scaling.</summary>
    public static double PeakRate(Experiment experiment, Recipe recipe)
    {
        var rate = ExperimentAccess.Scalar(experiment, "LearningRate", double.NaN);
        return recipe.LinearScaling is { } scaling ? rate * ExperimentAccess.BatchSize(experiment) / scaling.ReferenceBatch : rate;
    }

    private delegate ReadOnlySpan<byte> Part(LabeledImages images);

    /// <summary>The training split, then the test split, which is evaluated.</summary>
    private static void WriteBytes(string folder, string name, ImageDataSet data, Part part)
    {
        using var file = File.Create(Path.Combine(folder, name));
        file.Write(part(data.Train));
        file.Write(part(data.Test));
    }

    private static void WriteParameters(string folder, ModelState state)
    {
        var values = PreorderParameters.Arrange(state.Layout, ModelState.Read(state.Values));
        var bytes = state.ElementType == ScalarType.Float64
            ? MemoryMarshal.AsBytes(values.AsSpan())
            : MemoryMarshal.AsBytes(System.Array.ConvertAll(values, value => (float)value).AsSpan());
        File.WriteAllBytes(Path.Combine(folder, "parameters.bin"), bytes);
    }

    private static JsonObject Describe(Layer layer) => new()
    {
        ["kind"] = layer.Kind,
        ["arguments"] = new JsonObject(layer.Arguments.Select(argument => KeyValuePair.Create(argument.Name, (JsonNode?)JsonSerializer.SerializeToNode(argument.Value)))),
        ["children"] = new JsonArray([.. layer.Children.Select(Describe)]),
    };

    private static JsonObject Optimizer(Experiment experiment, Recipe recipe) => new()
        {
            ["learning_rate"] = PeakRate(experiment, recipe),
            ["momentum"] = ExperimentAccess.Scalar(experiment, "Momentum", double.NaN),
            ["nesterov"] = recipe.Sgd.Nesterov && ExperimentAccess.Scalar(experiment, "Momentum", 0) > 0,
            ["weight_decay"] = ExperimentAccess.Scalar(experiment, "WeightDecay", 0),
            ["include_bias"] = recipe.WeightDecay?.IncludeBias ?? false,
            ["include_norm"] = recipe.WeightDecay?.IncludeNorm ?? false,
    };

    private static JsonObject Schedule(Experiment experiment, Recipe recipe)
    {
        int count = ExperimentAccess.Data(experiment).Train.Count, capacity = ExperimentAccess.BatchSize(experiment);
        var stepsPerEpoch = (count + capacity - 1) / capacity;
        (long, WarmupMode, double)? warmup = null;
        if (recipe.Warmup is { } declared)
        {
            var steps = declared.Steps > 0
                ? (long)ExperimentAccess.Scalar(experiment, "WarmupSteps", double.NaN)
                : (long)Math.Round(ExperimentAccess.Scalar(experiment, "WarmupEpochs", double.NaN) * stepsPerEpoch);
            warmup = (steps, declared.Mode, ExperimentAccess.Scalar(experiment, "WarmupFactor", declared.Factor));
        }

        double? floor = recipe.CosineDecay is null ? null : ExperimentAccess.Scalar(experiment, "RateFloor", double.NaN);
        return Schedule((long)experiment.Epochs * stepsPerEpoch, warmup, floor);
    }

    private static JsonObject Step(string folder, StepDraws draws, int index, Recipe recipe)
    {
        var masks = new JsonObject();
        for (var layer = 0; layer < draws.Masks.Length; layer++)
        {
            var name = $"mask{index}-{layer}.bin";
            File.WriteAllBytes(Path.Combine(folder, name), draws.Masks[layer]);
            masks[layer.ToString(System.Globalization.CultureInfo.InvariantCulture)] = name;
        }

        return new JsonObject
        {
            ["samples"] = Array(draws.Samples),
            ["lambda"] = draws.Shares is not { } shares ? null : recipe.Mixup!.PerSample ? Array(shares) : shares[0],
            ["partners"] = draws.Partners is { } partners ? Array(partners) : null,
            ["masks"] = masks,
        };
    }

    private static JsonArray Array<T>(IEnumerable<T> values) => new([.. values.Select(value => (JsonNode?)JsonValue.Create(value))]);
}
