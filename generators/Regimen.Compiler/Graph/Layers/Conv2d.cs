using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Graph.Layers;

/// <summary>Convolution over images.</summary>
internal sealed class Conv2dLayer : LayerBuilder
{
    public override string Kind => "Conv2d";

    public override LayerRole Role => LayerRole.Product;

    public override Formula Express(StepBuilder step, Origin origin, Formula input)
    {
        var constants = Read(origin, Shape.Of(input.Type));
        var name = step.Name("conv");
        var parameters = Conv2dParameters.Of(constants, name, origin);
        var convolution = Convolution.Of(input, step.Parameter(parameters.Weight), constants.Window).Named(name);
        return parameters.Bias is { } bias ? convolution + Along(step.Parameter(bias), 3, 4) : convolution;
    }

    private Conv2dConstants Read(Origin origin, Shape input)
    {
        NeedsImage(input, Kind);
        var channels = AtLeast(origin, "channels", 1);
        var kernel = AtLeast(origin, "kernel", 1);
        var stride = AtLeast(origin, "stride", 1);
        var padding = AtLeast(origin, "padding", 0);
        var dilation = AtLeast(origin, "dilation", 1);
        var groups = AtLeast(origin, "groups", 1);
        if (channels % groups != 0 || input.Channels % groups != 0)
        {
            throw GraphProblemException.Constant(
                FormattableString.Invariant($"groups is {groups}, which does not divide both its {input.Channels} input and {channels} output channels"),
                "Choose groups that divide both.");
        }

        Fits(input, kernel, padding, dilation);
        return new Conv2dConstants(input, channels, new ConvolutionSpec(kernel, stride, padding, dilation, groups), Flag(origin, "bias"));
    }
}

/// <summary>The constants of a convolution, checked.</summary>
internal sealed record Conv2dConstants(Shape Input, int Channels, ConvolutionSpec Window, bool HasBias)
{
    /// <summary>What it makes.</summary>
    public Shape Output => Shape.Image(Channels, (int)Window.Along(Input.Height).Positions, (int)Window.Along(Input.Width).Positions);
}

/// <summary>What a convolution trains.</summary>
/// <param name="Weight">[C', C/groups, k, k].</param>
/// <param name="Bias">[C'], or none.</param>
internal sealed record Conv2dParameters(Parameter Weight, Parameter? Bias)
{
    public static Conv2dParameters Of(Conv2dConstants constants, string layer, Origin origin)
    {
        var window = constants.Window;
        var weight = Parameter.Weight(layer, origin, constants.Channels, constants.Input.Channels / window.Groups, window.Kernel, window.Kernel);
        return new(weight, constants.HasBias ? Parameter.Bias(layer, origin, weight) : null);
    }
}
