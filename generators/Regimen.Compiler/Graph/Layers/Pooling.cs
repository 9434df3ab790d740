using Regimen.Compiler.Text;

namespace Regimen.Compiler.Graph.Layers;

/// <summary>What both poolings check alike.</summary>
internal abstract class PoolingLayer : LayerBuilder
{
    public override Value Build(GraphBuilder graph, Origin origin, Value input)
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
        var shape = Shape.Image(
            input.Shape.Channels,
            Positions(input.Shape.Height, kernel, stride, padding, 1),
            Positions(input.Shape.Width, kernel, stride, padding, 1));
        return graph.Append(Create(graph, origin, input, shape, kernel, stride, padding));
    }

    protected abstract Operation Create(GraphBuilder graph, Origin origin, Value input, Shape shape, int kernel, int stride, int padding);
}

/// <summary>Largest value of each window.</summary>
internal sealed class MaxPool2dLayer : PoolingLayer
{
    public override string Kind => "MaxPool2d";

    public override LayerRole Role => LayerRole.Other;

    protected override Operation Create(GraphBuilder graph, Origin origin, Value input, Shape shape, int kernel, int stride, int padding) =>
        new MaxPoolOperation(graph.Name("pool"), origin, input, shape, kernel, stride, padding);
}

/// <summary>Mean of each window.</summary>
internal sealed class AvgPool2dLayer : PoolingLayer
{
    public override string Kind => "AvgPool2d";

    public override LayerRole Role => LayerRole.Other;

    protected override Operation Create(GraphBuilder graph, Origin origin, Value input, Shape shape, int kernel, int stride, int padding) =>
        new AvgPoolOperation(graph.Name("pool"), origin, input, shape, kernel, stride, padding);
}

/// <summary>A window that moves over images.</summary>
internal abstract class PoolingOperation(string name, Origin origin, Value input, Shape shape, int kernel, int stride, int padding)
    : OperatorOperation(name, origin, shape, input)
{
    public int Kernel { get; } = kernel;

    public int Stride { get; } = stride;

    public int Padding { get; } = padding;

    /// <summary>The window's constants as arguments.</summary>
    public string Window => $"kernel: {Literal.Of(Kernel)}, stride: {Literal.Of(Stride)}, padding: {Literal.Of(Padding)}";

    public override long Flops => Output.Shape.Count * Kernel * Kernel;
}

/// <summary>Largest value of each window. Windows that tile the image exactly can be fused with what comes before.</summary>
internal sealed class MaxPoolOperation(string name, Origin origin, Value input, Shape shape, int kernel, int stride, int padding)
    : PoolingOperation(name, origin, input, shape, kernel, stride, padding)
{
    public override string Title => "MaxPool2d";

    /// <summary>Whether every pixel lies in exactly one window, and windows are small enough to write out.</summary>
    public bool TilesInput => Kernel == Stride && Padding == 0 && Kernel is 2 or 3
        && Input.Shape.Height % Kernel == 0 && Input.Shape.Width % Kernel == 0;

    public override IReadOnlyList<string> Saved => ["indices"];

    public override string TrainText => $"({{y}}, indices) = Aten.MaxPool2dWithIndices({{x}}, {Window});";

    public override string DifferentiateText => $"{{dx}} = Aten.MaxPool2dWithIndicesBackward({{dy}}, {{x}}, indices, {Window});";
}

/// <summary>Mean of each window, by libtorch.</summary>
internal sealed class AvgPoolOperation(string name, Origin origin, Value input, Shape shape, int kernel, int stride, int padding)
    : PoolingOperation(name, origin, input, shape, kernel, stride, padding)
{
    public override string Title => "AvgPool2d";

    public override string TrainText => $"{{y}} = Aten.AvgPool2d({{x}}, {Window});";

    public override string DifferentiateText => $"{{dx}} = Aten.AvgPool2dBackward({{dy}}, {{x}}, {Window});";
}
