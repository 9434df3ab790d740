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

    public override Value Build(GraphBuilder graph, Origin origin, Value input)
    {
        var (momentum, epsilon) = Read(origin);
        return graph.Append(new BatchNormOperation(graph.Name("bn"), origin, input, momentum, epsilon));
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

/// <summary>Batch normalisation. Fused kernels take its statistics in one pass and apply it in the next, together with what follows.</summary>
internal sealed class BatchNormOperation(string name, Origin origin, Value input, double momentum, double epsilon)
    : OperatorOperation(name, origin, input.Shape, input)
{
    private readonly BatchNormState declared = new(name, origin, input.Shape.Channels);

    public override string Title => "BatchNorm";

    public double Momentum => momentum;

    public double Epsilon => epsilon;

    public override IReadOnlyList<Parameter> Parameters => [declared.Gamma, declared.Beta];

    public override IReadOnlyList<Statistic> Statistics => [declared.Mean, declared.Variance];

    public override long Flops => 4 * Output.Shape.Count;

    public override IReadOnlyList<string> Saved => ["batchMean", "batchDeviation"];

    public override string TrainText =>
        "({y}, batchMean, batchDeviation) = Aten.NativeBatchNorm({x}, gamma, beta, runningMean, runningVariance, training: true, momentum, epsilon);";

    public override string EvaluateText =>
        "({y}, batchMean, batchDeviation) = Aten.NativeBatchNorm({x}, gamma, beta, runningMean, runningVariance, training: false, momentum, epsilon);";

    public override string DifferentiateText => """
        var normGrads = Aten.NativeBatchNormBackward({dy}, {x}, gamma, runningMean, runningVariance, batchMean, batchDeviation, training: true, epsilon);
        {dx} = normGrads.Input;
        Aten.CopyFrom(gammaGrad, normGrads.Weight);
        Aten.CopyFrom(betaGrad, normGrads.Bias);
        normGrads.Weight.Free();
        normGrads.Bias.Free();
        """;
}
