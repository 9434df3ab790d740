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
