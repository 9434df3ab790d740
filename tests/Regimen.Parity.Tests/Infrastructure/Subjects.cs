using FashionMnistSample;
using Regimen.Torch;

namespace Regimen.Parity;

/// <summary>What is held against PyTorch: every experiment of this assembly, by its purpose.</summary>
internal static class Subjects
{
    /// <summary>Each layer, in several configurations.</summary>
    public static IReadOnlyList<Type> Networks { get; } = In("Regimen.Parity.Networks");

    /// <summary>Each setting of optimiser, schedule, mixture and smoothing, with one small network.</summary>
    public static IReadOnlyList<Type> Recipes { get; } = In("Regimen.Parity.Recipes");

    /// <summary>The three samples.</summary>
    public static IReadOnlyList<Type> Samples { get; } = [typeof(FashionMlp), typeof(FashionCnn), typeof(FashionResNet)];

    /// <summary>An experiment by the name that a theory gives it.</summary>
    public static Type Named(string name) => Networks.Concat(Recipes).Concat(Samples).Single(type => type.Name == name);

    /// <summary>Names for a theory.</summary>
    public static TheoryData<string> Names(IEnumerable<Type> types) => [.. types.Select(type => type.Name)];

    /// <summary>How many steps of training are compared: with every tail batch and change of epoch of a small experiment; a hundred of a sample.</summary>
    public static int StepsOf(Type type) =>
        Samples.Contains(type) ? 100 : Recipes.Contains(type) ? 27 : Networks.Contains(type) ? 6 : throw new ArgumentOutOfRangeException(nameof(type));

    /// <summary>Seeds at which the samples' gradients are compared in float32: see <see cref="SampleGradientTests"/>.</summary>
    public static IEnumerable<int> GradientSeeds => Enumerable.Range(1, 8);

    /// <summary>Settings that differ from the declared ones.</summary>
    public static void Configure(Experiment experiment, ReferenceCase asked)
    {
        if (!Samples.Contains(asked.Type))
            return;

        if (asked.Mode == "declared")
        {
            // The subset has 11 steps per epoch, the data set 469: as many steps of warm-up and of training as declared.
            experiment.Epochs = (int)Math.Round(experiment.Epochs * 469 / 11.0);
            Set(experiment, "WarmupEpochs", ExperimentAccess.Scalar(experiment, "WarmupEpochs", double.NaN) * 469 / 11);
            return;
        }

        // 110 steps on the subset: warm-up ends and the cosine falls within the 100 that are compared.
        experiment.Epochs = 10;
        if (asked.Mode == "gradients")
        {
            // Operator by operator, the update adds decay and momentum to the gradients in place; without both they stay what they are.
            Set(experiment, "Momentum", 0);
            Set(experiment, "WeightDecay", 0);
        }
    }

    private static void Set(Experiment experiment, string scalar, double value) => experiment.GetType().GetProperty(scalar)!.SetValue(experiment, value);

    private static Type[] In(string space) =>
        [.. typeof(Subjects).Assembly.GetTypes().Where(type => type.Namespace == space && type.IsSubclassOf(typeof(Experiment))).OrderBy(type => type.Name, StringComparer.Ordinal)];
}
