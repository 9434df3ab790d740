namespace Regimen.Compiler.Graph.Layers;

/// <summary>Batch normalisation over features or channels.</summary>
internal sealed class BatchNormLayer : LayerBuilder
{
    public override string Kind => "BatchNorm";

    public override LayerRole Role => LayerRole.BatchNormalisation;

    public override Value Build(GraphBuilder graph, Origin origin, Value input)
    {
        double momentum = Number(origin, "momentum"), epsilon = Number(origin, "epsilon");
        if (!(momentum > 0 && momentum <= 1))
            throw GraphProblemException.Constant(FormattableString.Invariant($"momentum is {momentum}, but must be in (0, 1]"), "PyTorch's default is 0.1, the weight of the newest batch.");
        if (!(epsilon > 0))
            throw GraphProblemException.Constant(FormattableString.Invariant($"epsilon is {epsilon}, but must be positive"), "PyTorch's default is 1e-5.");
        return graph.Append(new BatchNormOperation(graph.Name("bn"), origin, input, momentum, epsilon));
    }
}

/// <summary>Batch normalisation. Fused kernels take its statistics in one pass and apply it in the next, together with what follows.</summary>
internal sealed class BatchNormOperation : OperatorOperation
{
    public BatchNormOperation(string name, Origin origin, Value input, double momentum, double epsilon)
        : base(name, origin, input.Shape, input)
    {
        (Momentum, Epsilon) = (momentum, epsilon);
        var channels = input.Shape.Channels;
        Gamma = new Parameter(name + "Gamma", origin.Path + ".weight", ParameterRole.NormScale, [channels], 0);
        Beta = new Parameter(name + "Beta", origin.Path + ".bias", ParameterRole.NormShift, [channels], 0);
        Mean = new Statistic(name + "Mean", origin.Path + ".running_mean", channels, 0);
        Variance = new Statistic(name + "Variance", origin.Path + ".running_var", channels, 1);
    }

    public override string Title => "BatchNorm";

    public Parameter Gamma { get; }

    public Parameter Beta { get; }

    public Statistic Mean { get; }

    public Statistic Variance { get; }

    public double Momentum { get; }

    public double Epsilon { get; }

    public override IReadOnlyList<Parameter> Parameters => [Gamma, Beta];

    public override IReadOnlyList<Statistic> Statistics => [Mean, Variance];

    /// <summary>One value per channel has no variance.</summary>
    public override int LeastBatch => Input.Shape.Pixels == 1 ? 2 : 1;

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
