using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Graph.Layers;

/// <summary>Mean over each channel.</summary>
internal sealed class GlobalAveragePool2dLayer : LayerBuilder
{
    public override string Kind => "GlobalAveragePool2d";

    public override LayerRole Role => LayerRole.Other;

    public override Formula Express(StepBuilder step, Origin origin, Formula input)
    {
        var shape = Shape.Of(input.Type);
        NeedsImage(shape, Kind);
        var average = (Sum(input, 1, 2) / shape.Pixels).Named("average");
        return Reshape.Of(average, [input.Type.Axes[0], shape.Channels]);
    }

    public override Value Build(GraphBuilder graph, Origin origin, Value input)
    {
        NeedsImage(input.Shape, Kind);
        return graph.Append(new GlobalAveragePoolOperation(graph.Name("average"), origin, input));
    }
}

/// <summary>Mean over each channel, by libtorch.</summary>
internal sealed class GlobalAveragePoolOperation(string name, Origin origin, Value input)
    : OperatorOperation(name, origin, Shape.Features(input.Shape.Channels), input)
{
    public override string Title => "GlobalAveragePool2d";

    public override long Flops => Input.Shape.Count;

    public override string TrainText => "{y} = Aten.MeanDim({x}, [2, 3], keepDimension: false);";

    public override string DifferentiateText => """
        var columns = Aten.Reshape({dy}, [{dy}.Size(0), channels, 1, 1]);
        var spread = Aten.Expand(columns, [{dy}.Size(0), channels, height, width]);
        {dx} = Aten.Mul(spread, 1.0 / (height * width));
        spread.Free();
        columns.Free();
        """;
}
