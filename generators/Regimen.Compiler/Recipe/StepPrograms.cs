using System.Collections.Immutable;
using Regimen.Compiler.Differentiation;
using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Model;
using Regimen.Compiler.Recipe.Inputs;
using Regimen.Compiler.Recipe.Losses;
using Regimen.Compiler.Recipe.Updates;

namespace Regimen.Compiler.Recipe;

/// <summary>Parameters that are updated alike: a range of the flat buffers.</summary>
/// <param name="Group">What the update rule is told of them.</param>
/// <param name="Begin">First element.</param>
/// <param name="Count">Elements.</param>
internal sealed record ParameterRange(UpdateGroup Group, long Begin, long Count);

/// <summary>What an experiment does, as graphs: a step in two parts, between which the gradients lie in the flat buffer, and what evaluation needs.</summary>
internal sealed class StepPrograms
{
    /// <summary>The keys of a step's results and of what evaluation gives.</summary>
    public const string LossSum = "batchLoss", CorrectSum = "batchCorrect", Logits = "logits";

    /// <summary>The keys of the flat buffers as an update rule sees them.</summary>
    public const string Weights = "weights", Gradient = "gradient";

    private readonly Dictionary<string, long> offsets = [];
    private readonly List<ParameterRange> ranges = [];

    public StepPrograms(ExperimentSpec spec, Tricks.Recipe recipe, IUpdateRule rule)
    {
        Rule = rule;
        var training = new StepBuilder(Mode.Training);
        var image = Shape.Image(spec.Data.Channels, spec.Data.Height, spec.Data.Width);
        var input = ImageInput.Express(training, image, recipe.MixesSamples);
        var logits = NetworkFormulas.Express(training, spec, input);
        training.Site = new Site(Phase.Loss, "SoftmaxCrossEntropy");
        var labels = new SoftLabels(training, recipe.MixesSamples, recipe.Smoothing is not null);
        var loss = SoftmaxCrossEntropy.Express(logits, labels);
        training.Assign(LossSum, loss.Sum, Home.Arena);
        training.Assign(CorrectSum, loss.Correct, Home.Arena);
        loss.Mean.At(training.Site);
        training.Site = null;

        // The last layer's gradients come first, so that what only they read is given up early.
        var trained = training.Parameters.Reverse().ToArray();
        var gradients = Gradients.Of(loss.Mean, [.. training.Weights.Reverse()]);
        for (var index = 0; index < trained.Length; index++)
            training.Assign(GradientOf(trained[index]), gradients[index]);
        Training = training.Graph;
        Layers = [.. training.Layers.Where(layer => !layer.HoldsOthers)];
        Parameters = [.. training.Parameters];
        Statistics = [.. training.Statistics];

        var offset = 0L;
        foreach (var parameter in Parameters.Where(parameter => recipe.Decays(parameter.Role)).Concat(Parameters.Where(parameter => !recipe.Decays(parameter.Role))))
        {
            offsets.Add(parameter.Name, offset);
            offset += parameter.Count;
        }

        ParameterCount = offset;
        DecayedCount = Parameters.Where(parameter => recipe.Decays(parameter.Role)).Sum(parameter => parameter.Count);
        var update = new StepBuilder(Mode.Training) { Site = new Site(Phase.Update, rule.Name) };
        foreach (var range in Divide(recipe.DecayName is not null))
        {
            ranges.Add(range);
            var type = TensorType.Of(ElementType.Real, range.Count);
            var step = new UpdateStep(update, rule, range.Group, update.State(Weights + Suffix(range), type), update.State(Gradient + Suffix(range), type));
            update.Assign(Weights + Suffix(range), rule.Express(step));
        }

        Update = update.Graph;
        HostNumbers = [.. training.HostNumbers.Concat(update.HostNumbers.Where(number => !training.HostNumbers.ContainsKey(number.Key)))];

        var inference = new StepBuilder(Mode.Evaluation);
        var answer = NetworkFormulas.Express(inference, spec, ImageInput.Express(inference, image, mixes: false));
        inference.Assign(Logits, answer, Home.Arena);
        Inference = inference.Graph;
    }

    public IUpdateRule Rule { get; }

    public StepGraph Training { get; }

    public StepGraph Update { get; }

    public StepGraph Inference { get; }

    /// <summary>The layers that compute something, in order.</summary>
    public IReadOnlyList<LayerRecord> Layers { get; }

    public ImmutableArray<Parameter> Parameters { get; }

    public ImmutableArray<Statistic> Statistics { get; }

    /// <summary>Ranges of the flat buffers that are updated alike.</summary>
    public IReadOnlyList<ParameterRange> Ranges => ranges;

    /// <summary>Numbers that the host computes before a step.</summary>
    public ImmutableArray<KeyValuePair<string, Formula>> HostNumbers { get; }

    /// <summary>The fewest samples that a step can train on: variance needs two values.</summary>
    public int LeastBatch => Traversal.InOrder(Training.Assignments.Select(assignment => assignment.Value))
        .OfType<Reduce>().Any(reduce => reduce is { Reduction: Reduction.Moments, Joined: { PerSample: true, Count: 1 } }) ? 2 : 1;

    /// <summary>Whether a step draws random numbers itself, as dropout does.</summary>
    public bool Draws => Training.Storages.Any(storage => storage.Key == BatchColumns.Seed);

    /// <summary>Number of trained values.</summary>
    public long ParameterCount { get; }

    /// <summary>Number of values that decay; they lie first.</summary>
    public long DecayedCount { get; }

    /// <summary>Elements before a parameter in the flat buffers.</summary>
    public long OffsetOf(Parameter parameter) => offsets[parameter.Name];

    /// <summary>The key of a parameter's gradient.</summary>
    public static string GradientOf(Parameter parameter) => parameter.Name + "Grad";

    /// <summary>What ends the keys of a range.</summary>
    public static string Suffix(ParameterRange range) => range.Group.Name.Length == 0 ? "" : "." + range.Group.Name;

    /// <summary>Floating-point operations per sample of the forward pass.</summary>
    public double Flops => Traversal.InOrder(Inference.Assignments.Select(assignment => assignment.Value)).Sum(FlopsOf);

    private IEnumerable<ParameterRange> Divide(bool decays)
    {
        if (!decays || DecayedCount == ParameterCount || DecayedCount == 0)
        {
            yield return new(new UpdateGroup("", decays && DecayedCount > 0), 0, ParameterCount);
            yield break;
        }

        yield return new(new UpdateGroup("decayed", true), 0, DecayedCount);
        yield return new(new UpdateGroup("exempt", false), DecayedCount, ParameterCount - DecayedCount);
    }

    private static double FlopsOf(Formula node) => node switch
    {
        MatrixProduct product => 2.0 * product.Type.Count.Count * product.Left.Type.Axes[product.Left.Type.Rank - (product.TransposeLeft ? 2 : 1)].Count,
        Convolution convolution => 2.0 * convolution.Type.Count.Count * convolution.Kernels.Type.Count.Count / convolution.Kernels.Type.Axes[0].Count,
        Elementwise { Type.Count.PerSample: true } => node.Type.Count.Count,
        Reduce { Operand.Type.Count.PerSample: true } reduce => reduce.Operand.Type.Count.Count,
        _ => 0,
    };
}
