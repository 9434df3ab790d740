using Regimen.Compiler.Formulas;
using Regimen.Compiler.Text;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Graph.Layers;

/// <summary>What both poolings check alike.</summary>
internal abstract class PoolingLayer : LayerBuilder
{
    public override Formula Express(StepBuilder step, Origin origin, Formula input)
    {
        var constants = Read(origin, Shape.Of(input.Type));
        var (kernel, output) = (constants.Kernel, constants.Output);
        var rows = Unfold.Of(input, 1, kernel, constants.Stride, constants.Padding, outside: Outside);
        var windows = Unfold.Of(rows, 3, kernel, constants.Stride, constants.Padding, outside: Outside); // [B, H', k, W', k, C]
        return Reshape.Of(Join(windows, [2, 4]), [input.Type.Axes[0], output.Height, output.Width, output.Channels]);
    }

    private PoolingConstants Read(Origin origin, Shape input)
    {
        NeedsImage(input, Kind);
        var kernel = AtLeast(origin, "kernel", 1);
        var stride = AtLeast(origin, "stride", 0);
        var padding = AtLeast(origin, "padding", 0);
        if (2 * padding > kernel)
        {
            throw GraphProblemException.Constant(
                FormattableString.Invariant($"padding is {padding}, more than half its kernel of {kernel}"),
                "Pad by at most half the kernel: a window must see the image.");
        }

        stride = stride == 0 ? kernel : stride;
        Fits(input, kernel, padding);
        return new PoolingConstants(input, kernel, stride, padding);
    }

    /// <summary>What stands beyond the edges.</summary>
    protected abstract double Outside { get; }

    /// <summary>Joins the elements of each window, along two axes that stay with one element.</summary>
    protected abstract Formula Join(Formula windows, int[] places);
}

/// <summary>The constants of a pooling, checked.</summary>
internal sealed record PoolingConstants(Shape Input, int Kernel, int Stride, int Padding)
{
    /// <summary>What it makes.</summary>
    public Shape Output => Shape.Image(Input.Channels, Positions(Input.Height), Positions(Input.Width));

    private int Positions(int length) => (int)new WindowSpec(length, Kernel, Stride, Padding).Positions;
}

/// <summary>Largest value of each window.</summary>
internal sealed class MaxPool2dLayer : PoolingLayer
{
    public override string Kind => "MaxPool2d";

    public override LayerRole Role => LayerRole.Other;

    protected override double Outside => double.NegativeInfinity;

    protected override Formula Join(Formula windows, int[] places) => Largest(windows, places).Named("largest");
}

/// <summary>Mean of each window.</summary>
internal sealed class AvgPool2dLayer : PoolingLayer
{
    public override string Kind => "AvgPool2d";

    public override LayerRole Role => LayerRole.Other;

    protected override double Outside => 0;

    // PyTorch's default counts what is beyond the edges: every window has as many elements.
    protected override Formula Join(Formula windows, int[] places)
    {
        var elements = TensorType.Product(places.Select(place => windows.Type.Axes[place]));
        return (Sum(windows, places) / Count(elements)).Named("average");
    }
}
