using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Graph.Layers;

/// <summary>Layer normalisation over all of a sample's values.</summary>
internal sealed class LayerNormLayer : LayerBuilder
{
    public override string Kind => "LayerNorm";

    public override LayerRole Role => LayerRole.Normalisation;

    public override Formula Express(StepBuilder step, Origin origin, Formula input)
    {
        var epsilon = Read(origin);
        var shape = Shape.Of(input.Type);
        var (gamma, beta) = LayerNormParameters.Of(step.Name("ln"), origin, shape);
        var (mean, variance) = Moments(input, Enumerable.Range(1, input.Type.Rank - 1));
        var inverseDeviation = (1 / Sqrt(variance + epsilon)).Named("inverseDeviation");
        var whitened = (input - mean.Named("mean")) * inverseDeviation;
        return ((whitened * PerSample(step.Parameter(gamma))) + PerSample(step.Parameter(beta))).Named("normalized");

        // PyTorch's order is [C, H, W].
        Formula PerSample(Formula values) => Reshape.Of(
            shape.IsImage ? Transpose.Of(values, [1, 2, 0]) : values,
            [Extent.One, .. input.Type.Axes.Skip(1)]);
    }

    public override Value Build(GraphBuilder graph, Origin origin, Value input) =>
        graph.Append(new LayerNormOperation(graph.Name("ln"), origin, input, Read(origin)));

    private static double Read(Origin origin)
    {
        var epsilon = Number(origin, "epsilon");
        if (!(epsilon > 0))
            throw GraphProblemException.Constant(FormattableString.Invariant($"epsilon is {epsilon}, but must be positive"), "PyTorch's default is 1e-5.");
        return epsilon;
    }
}

/// <summary>What layer normalisation trains: numbers of a whole sample, [C, H, W] or [F].</summary>
internal sealed record LayerNormParameters(Parameter Gamma, Parameter Beta)
{
    public static LayerNormParameters Of(string layer, Origin origin, Shape shape)
    {
        int[] sizes = shape.IsImage ? [shape.Channels, shape.Height, shape.Width] : [shape.Channels];
        return new(Parameter.Gamma(layer, origin, sizes), Parameter.Beta(layer, origin, sizes));
    }
}

/// <summary>Layer normalisation, by libtorch.</summary>
internal sealed class LayerNormOperation(string name, Origin origin, Value input, double epsilon)
    : OperatorOperation(name, origin, input.Shape, input)
{
    private readonly LayerNormParameters parameters = LayerNormParameters.Of(name, origin, input.Shape);

    public override string Title => "LayerNorm";

    public double Epsilon => epsilon;

    public override IReadOnlyList<Parameter> Parameters => [parameters.Gamma, parameters.Beta];

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
