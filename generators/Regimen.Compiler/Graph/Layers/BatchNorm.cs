using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Graph.Layers;

/// <summary>Batch normalisation over features or channels.</summary>
internal sealed class BatchNormLayer : LayerBuilder
{
    public override string Kind => "BatchNorm";

    public override LayerRole Role => LayerRole.BatchNormalisation;

    public override Formula Express(StepBuilder step, Origin origin, Formula input)
    {
        var (momentum, epsilon) = Read(origin);
        var declared = new BatchNormState(step.Name("bn"), origin, Shape.Of(input.Type).Channels);
        var (rank, channel) = (input.Type.Rank, input.Type.Rank - 1);
        var gamma = PerChannel(step.Parameter(declared.Gamma));
        var beta = PerChannel(step.Parameter(declared.Beta));
        var (runningMean, runningVariance) = (step.Statistic(declared.Mean), step.Statistic(declared.Variance));
        var (mean, variance) = (PerChannel(runningMean), PerChannel(runningVariance));
        if (step.Mode == Mode.Training)
        {
            var joined = Enumerable.Range(0, channel).ToArray();
            var rows = Count(TensorType.Product(joined.Select(axis => input.Type.Axes[axis])));
            (mean, variance) = Moments(input, joined);
            step.Assign(declared.Mean.Name, Average(runningMean, mean));
            step.Assign(declared.Variance.Name, Average(runningVariance, variance * (rows / (rows - 1)))); // The unbiased one, as PyTorch does.
        }

        mean = mean.Named("mean");
        var scale = (gamma / Sqrt(variance + epsilon)).Named("scale");
        return (((input - mean) * scale) + beta).Named("normalized");

        Formula PerChannel(Formula vector) => Along(vector, channel, rank);

        Formula Average(Formula running, Formula batch) => ((1 - momentum) * running) + (momentum * Reshape.Of(batch, running.Type.Axes));
    }

    private static (double Momentum, double Epsilon) Read(Origin origin)
    {
        double momentum = Number(origin, "momentum"), epsilon = Number(origin, "epsilon");
        if (!(momentum > 0 && momentum <= 1))
            throw GraphProblemException.Constant(FormattableString.Invariant($"momentum is {momentum}, but must be in (0, 1]"), "PyTorch's default is 0.1, the weight of the newest batch.");
        if (!(epsilon > 0))
            throw GraphProblemException.Constant(FormattableString.Invariant($"epsilon is {epsilon}, but must be positive"), "PyTorch's default is 1e-5.");
        return (momentum, epsilon);
    }
}

/// <summary>What batch normalisation trains and averages, [C] each.</summary>
internal sealed class BatchNormState(string layer, Origin origin, int channels)
{
    public Parameter Gamma { get; } = Parameter.Gamma(layer, origin, channels);

    public Parameter Beta { get; } = Parameter.Beta(layer, origin, channels);

    public Statistic Mean { get; } = new(layer + "Mean", origin.Path + ".running_mean", channels, 0);

    public Statistic Variance { get; } = new(layer + "Variance", origin.Path + ".running_var", channels, 1);
}
