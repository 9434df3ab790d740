namespace Regimen.Parity;

/// <summary>The shapes of a network's dropout layers, [C, H, W] or [F], in preorder: what it takes to lay out their masks as PyTorch does.</summary>
internal static class DropoutShapes
{
    public static List<(int[] Shape, double Probability)> Of(Layer network, int[] input)
    {
        var found = new List<(int[], double)>();
        Visit(network, input, found);
        return found;
    }

    /// <summary>The shape that the layer makes of one of the given shape.</summary>
    private static int[] Visit(Layer layer, int[] shape, List<(int[], double)> found)
    {
        switch (layer.Kind)
        {
            case "Sequential":
                return layer.Children.Aggregate(shape, (current, child) => Visit(child, current, found));
            case "Residual":
                var result = Visit(layer.Children[0], shape, found);
                if (layer.Children.Length > 1)
                    Visit(layer.Children[1], shape, found);
                return result;
            case "Dropout":
                found.Add((shape, (double)Argument(layer, "probability")));
                return shape;
            case "Linear":
                return [(int)Argument(layer, "features")];
            case "Flatten":
                return [shape.Aggregate((product, size) => product * size)];
            case "GlobalAveragePool2d":
                return [shape[0]];
            case "Conv2d":
                return Window(layer, shape, (int)Argument(layer, "channels"), (int)Argument(layer, "dilation"), (int)Argument(layer, "stride"));
            case "MaxPool2d" or "AvgPool2d":
                var stride = (int)Argument(layer, "stride");
                return Window(layer, shape, shape[0], 1, stride == 0 ? (int)Argument(layer, "kernel") : stride);
            default:
                return shape;
        }
    }

    private static int[] Window(Layer layer, int[] shape, int channels, int dilation, int stride)
    {
        int kernel = (int)Argument(layer, "kernel"), padding = (int)Argument(layer, "padding");
        int Positions(int size) => ((size + (2 * padding) - (dilation * (kernel - 1)) - 1) / stride) + 1;
        return [channels, Positions(shape[1]), Positions(shape[2])];
    }

    private static object Argument(Layer layer, string name) => layer.Arguments.First(argument => argument.Name == name).Value;
}
