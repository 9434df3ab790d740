namespace Regimen.Compiler.Graph.Layers;

/// <summary>Convolution over images.</summary>
internal sealed class Conv2dLayer : LayerBuilder
{
    public override string Kind => "Conv2d";

    public override LayerRole Role => LayerRole.Product;

    public override Value Build(GraphBuilder graph, Origin origin, Value input)
    {
        NeedsImage(input, Kind);
        var channels = AtLeast(origin, "channels", 1);
        var kernel = AtLeast(origin, "kernel", 1);
        var stride = AtLeast(origin, "stride", 1);
        var padding = AtLeast(origin, "padding", 0);
        var dilation = AtLeast(origin, "dilation", 1);
        var groups = AtLeast(origin, "groups", 1);
        if (channels % groups != 0 || input.Shape.Channels % groups != 0)
        {
            throw GraphProblemException.Constant(
                FormattableString.Invariant($"groups is {groups}, which does not divide both its {input.Shape.Channels} input and {channels} output channels"),
                "Choose groups that divide both.");
        }

        Fits(input, kernel, padding, dilation);
        var shape = Shape.Image(
            channels,
            Positions(input.Shape.Height, kernel, stride, padding, dilation),
            Positions(input.Shape.Width, kernel, stride, padding, dilation));
        return graph.Append(new ConvolutionOperation(graph.Name("conv"), origin, input, shape, kernel, stride, padding, dilation, groups, Flag(origin, "bias")));
    }
}

/// <summary>A convolution, by libtorch.</summary>
internal sealed class ConvolutionOperation : Operation
{
    public ConvolutionOperation(string name, Origin origin, Value input, Shape shape, int kernel, int stride, int padding, int dilation, int groups, bool bias)
        : base(name, origin, shape, input)
    {
        (Stride, Padding, Dilation, Groups) = (stride, padding, dilation, groups);
        var inputs = input.Shape.Channels / groups;
        var bound = 1 / Math.Sqrt((double)inputs * kernel * kernel);
        Weight = new Parameter(name + "Weight", origin.Path + ".weight", ParameterRole.Weight, [shape.Channels, inputs, kernel, kernel], bound);
        Bias = bias ? new Parameter(name + "Bias", origin.Path + ".bias", ParameterRole.Bias, [shape.Channels], bound) : null;
    }

    public override string Title => "Conv2d";

    /// <summary>[C', C/groups, k, k].</summary>
    public Parameter Weight { get; }

    /// <summary>[C'], or none.</summary>
    public Parameter? Bias { get; }

    public int Stride { get; }

    public int Padding { get; }

    public int Dilation { get; }

    public int Groups { get; }

    public override IReadOnlyList<Parameter> Parameters => Bias is null ? [Weight] : [Weight, Bias];

    public override long Flops => 2 * Weight.Count * Output.Shape.Pixels;
}
