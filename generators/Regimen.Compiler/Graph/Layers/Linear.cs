using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Graph.Layers;

/// <summary>Fully connected.</summary>
internal sealed class LinearLayer : LayerBuilder
{
    public override string Kind => "Linear";

    public override LayerRole Role => LayerRole.Product;

    public override Formula Express(StepBuilder step, Origin origin, Formula input)
    {
        var name = step.Name("linear");
        var parameters = LinearParameters.Of(Read(origin, Shape.Of(input.Type)), name, origin);
        var product = MatrixProduct.Of(input, step.Parameter(parameters.Weight), transposeRight: true).Named(name);
        return parameters.Bias is { } bias ? product + Along(step.Parameter(bias), 1, 2) : product;
    }

    private static LinearConstants Read(Origin origin, Shape input)
    {
        var features = AtLeast(origin, "features", 1);
        return input.IsImage
            ? throw GraphProblemException.Shape(
                $"it needs features [F], but its input is an image {input}",
                "Put Flatten() or GlobalAveragePool2d() before it.")
            : new LinearConstants(input.Channels, features, Flag(origin, "bias"));
    }
}

/// <summary>The constants of a fully connected layer, checked.</summary>
internal sealed record LinearConstants(int Inputs, int Features, bool HasBias);

/// <summary>What a fully connected layer trains.</summary>
/// <param name="Weight">[G, F].</param>
/// <param name="Bias">[G], or none.</param>
internal sealed record LinearParameters(Parameter Weight, Parameter? Bias)
{
    public static LinearParameters Of(LinearConstants constants, string layer, Origin origin)
    {
        var weight = Parameter.Weight(layer, origin, constants.Features, constants.Inputs);
        return new(weight, constants.HasBias ? Parameter.Bias(layer, origin, weight) : null);
    }
}
