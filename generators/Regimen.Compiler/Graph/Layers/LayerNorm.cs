namespace Regimen.Compiler.Graph.Layers;

/// <summary>Layer normalisation over all of a sample's values.</summary>
internal sealed class LayerNormLayer : LayerBuilder
{
    public override string Kind => "LayerNorm";

    public override LayerRole Role => LayerRole.Normalisation;

    public override Value Build(GraphBuilder graph, Origin origin, Value input)
    {
        var epsilon = Number(origin, "epsilon");
        if (!(epsilon > 0))
            throw GraphProblemException.Constant(FormattableString.Invariant($"epsilon is {epsilon}, but must be positive"), "PyTorch's default is 1e-5.");
        return graph.Append(new LayerNormOperation(graph.Name("ln"), origin, input, epsilon));
    }
}

/// <summary>Layer normalisation, by libtorch.</summary>
internal sealed class LayerNormOperation : OperatorOperation
{
    public LayerNormOperation(string name, Origin origin, Value input, double epsilon)
        : base(name, origin, input.Shape, input)
    {
        Epsilon = epsilon;
        var shape = input.Shape;
        int[] sizes = shape.IsImage ? [shape.Channels, shape.Height, shape.Width] : [shape.Channels];
        Gamma = new Parameter(name + "Gamma", origin.Path + ".weight", ParameterRole.NormScale, sizes, 0);
        Beta = new Parameter(name + "Beta", origin.Path + ".bias", ParameterRole.NormShift, sizes, 0);
    }

    public override string Title => "LayerNorm";

    public Parameter Gamma { get; }

    public Parameter Beta { get; }

    public double Epsilon { get; }

    public override IReadOnlyList<Parameter> Parameters => [Gamma, Beta];

    public override long Flops => 6 * Output.Shape.Count;

    public override IReadOnlyList<string> Saved => ["sampleMean", "sampleDeviation"];

    private string Sizes => Output.Shape.IsImage ? "[channels, height, width]" : "[channels]";

    public override string TrainText =>
        $"({{y}}, sampleMean, sampleDeviation) = Aten.NativeLayerNorm({{x}}, {Sizes}, gamma, beta, epsilon);";

    public override string DifferentiateText => $$"""
        var normGrads = Aten.NativeLayerNormBackward({dy}, {x}, {{Sizes}}, sampleMean, sampleDeviation, gamma, beta);
        {dx} = normGrads.Input;
        Aten.CopyFrom(gammaGrad, normGrads.Weight);
        Aten.CopyFrom(betaGrad, normGrads.Bias);
        normGrads.Weight.Free();
        normGrads.Bias.Free();
        """;
}
