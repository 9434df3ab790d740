using System.Globalization;
using Regimen.Generators.Tests.Infrastructure;

namespace Regimen.Generators.Tests.Networks;

/// <summary>
/// Writes an experiment with a random network whose shapes fit, and random tricks, from a stream of decisions; where the stream ends every
/// decision is 0, which picks the simplest form.
/// </summary>
internal sealed class ExperimentWriter(int[] decisions)
{
    private static readonly string[] Elementwise = ["ReLU()", "LeakyReLU()", "LeakyReLU(0.2)", "GELU()", "SiLU()", "Sigmoid()", "Tanh()", "Dropout()", "Dropout(0.25)"];

    private readonly List<string> methods = [];
    private int next;

    private readonly record struct Shape(int Channels, int Height, int Width);

    public string Write(string name)
    {
        var photos = Pick(2) == 1;
        var shape = photos ? new Shape(3, 9, 14) : new Shape(1, 12, 12);
        var classes = photos ? 2 : 10;
        List<string> layers = [];
        for (var i = Pick(7); i > 0; i--)
            layers.Add(Image(ref shape, 2));
        layers.Add(Pick(3) == 1 ? "GlobalAveragePool2d()" : "Flatten()");
        var features = layers[^1] == "Flatten()" ? shape.Channels * shape.Height * shape.Width : shape.Channels;
        for (var i = Pick(5); i > 0; i--)
            layers.Add(Features(ref features, 2));
        layers.Add($"Linear({classes}{(Pick(3) == 1 ? ", bias: false" : "")})");
        if (Pick(4) == 3)
            layers.Add(Features(ref classes, 0));
        var body = $"private static Layer Network() => Sequential(\n        {string.Join(",\n        ", layers)});\n\n    {string.Join("\n\n    ", methods)}";
        return Projects.Net($"public partial class {name}", body, Tricks())
            .Replace("Data<Digits>", photos ? "Data<Photos>" : "Data<Digits>", StringComparison.Ordinal);
    }

    private int Pick(int count)
    {
        var decision = next < decisions.Length ? decisions[next] : 0;
        next++;
        return decision % count;
    }

    private string Image(ref Shape shape, int depth)
    {
        switch (Pick(depth > 0 ? 12 : 9))
        {
            case 0: return Elementwise[Pick(Elementwise.Length)];
            case 1: return "BatchNorm()";
            case 2: return "LayerNorm()";
            case 3 or 4: return Convolution(ref shape);
            case 5: return Pool("MaxPool2d", ref shape);
            case 6: return Pool("AvgPool2d", ref shape);
            case 7: return "BatchNorm(momentum: 0.01, epsilon: 1e-3)";
            case 8: return Preserving(shape, 0);
            case 9: return Block(ref shape, depth);
            case 10: return Projection(ref shape);
            default: return $"Residual({Preserving(shape, depth - 1)})";
        }
    }

    /// <summary>A convolution, whose window shrinks to what the image allows.</summary>
    private string Convolution(ref Shape shape)
    {
        var padding = Pick(2);
        var kernel = 1 + Pick(Math.Min(3, Math.Min(shape.Height, shape.Width) + (2 * padding)));
        var dilation = 1 + Pick(2);
        if ((dilation * (kernel - 1)) + 1 > Math.Min(shape.Height, shape.Width) + (2 * padding))
            dilation = 1;
        var stride = 1 + Pick(2);
        var groups = Pick(3) == 2 ? shape.Channels : 1;
        var channels = groups * (1 + Pick(groups > 1 ? 2 : 9));
        var window = (dilation * (kernel - 1)) + 1;
        shape = new Shape(channels, Positions(shape.Height, window, stride, padding), Positions(shape.Width, window, stride, padding));
        return Text($"Conv2d({channels}, {kernel}, stride: {stride}, padding: {padding}, dilation: {dilation}, groups: {groups}, bias: {(Pick(2) == 0 ? "true" : "false")})");
    }

    private string Pool(string kind, ref Shape shape)
    {
        var kernel = Math.Min(2 + Pick(2), Math.Min(shape.Height, shape.Width));
        var stride = Pick(3);
        var padding = Math.Min(Pick(2), kernel / 2);
        var step = stride == 0 ? kernel : stride;
        shape = shape with { Height = Positions(shape.Height, kernel, step, padding), Width = Positions(shape.Width, kernel, step, padding) };
        return Text($"{kind}({kernel}, stride: {stride}, padding: {padding})");
    }

    /// <summary>A block whose stride and channels the shortcut follows.</summary>
    private string Projection(ref Shape shape)
    {
        var stride = 1 + Pick(2);
        var channels = 1 + Pick(9);
        var inner = shape;
        shape = new Shape(channels, Positions(shape.Height, 1, stride, 0), Positions(shape.Width, 1, stride, 0));
        var body = Text($"Sequential({Preserving(inner, 1)}, Conv2d({channels}, 3, {stride}, padding: 1), {Preserving(shape, 0)})");
        return Text($"Residual({body}, shortcut: Sequential(Conv2d({channels}, kernel: 1, stride: {stride}, bias: false), BatchNorm()))");
    }

    private string Block(ref Shape shape, int depth)
    {
        var first = Image(ref shape, depth - 1);
        return Method($"Sequential({first}, {Image(ref shape, depth - 1)})");
    }

    private string Preserving(Shape shape, int depth) => Pick(depth > 0 ? 7 : 4) switch
    {
        0 => Elementwise[Pick(Elementwise.Length)],
        1 => Text($"Conv2d({shape.Channels}, 3, padding: 1, bias: false)"),
        2 => "BatchNorm()",
        3 => "Sequential()",
        4 => $"Sequential({Preserving(shape, depth - 1)}, {Preserving(shape, depth - 1)})",
        5 => Method($"Sequential({Preserving(shape, depth - 1)}, LayerNorm())"),
        _ => $"Residual({Preserving(shape, depth - 1)})",
    };

    private string Features(ref int features, int depth)
    {
        switch (Pick(depth > 0 ? 7 : 3))
        {
            case 0: return Elementwise[Pick(Elementwise.Length)];
            case 1: return "BatchNorm()";
            case 2: return "LayerNorm(1e-3)";
            case 3 or 4:
                features = 1 + Pick(40);
                return Text($"Linear({features}, bias: {(Pick(2) == 0 ? "true" : "false")})");
            case 5:
                features = 1 + Pick(40);
                return Text($"Residual(Sequential(Linear({features}), {Elementwise[Pick(Elementwise.Length)]}), shortcut: Linear({features}, bias: false))");
            default:
                return $"Residual({Features(ref features, 0)})";
        }
    }

    private string Method(string layers)
    {
        var name = Text($"Part{methods.Count}");
        methods.Add($"private static Layer {name}() => {layers};");
        return name + "()";
    }

    private string Tricks()
    {
        string[] candidates =
        [
            "WeightDecay", "WeightDecay(1e-3, IncludeBias = true)", "WeightDecay(IncludeNorm = true)", "Warmup", "Warmup(Epochs = 0.5)", "Warmup(Steps = 20)",
            "Warmup(Mode = WarmupMode.Constant)", "Warmup(Steps = 50, Mode = WarmupMode.Constant, Factor = 0.2, UntilTrainError = 0.8)", "CosineDecay", "CosineDecay(Floor = 1e-4)",
            "LabelSmoothing", "LabelSmoothing(0)", "Mixup", "Mixup(0.4, PerSample = true, Symmetric = true)", "Shuffle(false)", "Normalize", "Normalize(Mean = new[] { 0.5 }, Std = new[] { 0.25 })",
            "LinearScaling", "LinearScaling(ReferenceBatch = 64)",
        ];
        return string.Join(", ", candidates.Where(_ => Pick(3) == 1).DistinctBy(candidate => candidate.Split('(')[0]));
    }

    private static int Positions(int size, int window, int stride, int padding) => ((size + (2 * padding) - window) / stride) + 1;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
