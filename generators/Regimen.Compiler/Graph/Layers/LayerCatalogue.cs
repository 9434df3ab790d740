namespace Regimen.Compiler.Graph.Layers;

/// <summary>Every kind of layer that the compiler knows. A new layer adds its line here and its file beside this one.</summary>
internal static class LayerCatalogue
{
    private static readonly Dictionary<string, LayerBuilder> Builders = new LayerBuilder[]
    {
        new SequentialLayer(),
        new ResidualLayer(),
        new LinearLayer(),
        new Conv2dLayer(),
        new BatchNormLayer(),
        new LayerNormLayer(),
        new ReLULayer(),
        new LeakyReLULayer(),
        new GELULayer(),
        new SiLULayer(),
        new SigmoidLayer(),
        new TanhLayer(),
        new MaxPool2dLayer(),
        new AvgPool2dLayer(),
        new GlobalAveragePool2dLayer(),
        new FlattenLayer(),
        new DropoutLayer(),
    }.ToDictionary(builder => builder.Kind);

    /// <summary>The kinds, for tests that compare them with the methods of <c>Layers</c>.</summary>
    public static IEnumerable<string> Kinds => Builders.Keys;

    /// <summary>What a kind is to the rules about order; one that the compiler does not know is just a container of its layers.</summary>
    public static LayerRole RoleOf(string kind) => Builders.TryGetValue(kind, out var builder) ? builder.Role : LayerRole.Container;

    /// <summary>The builder of a kind.</summary>
    public static LayerBuilder Find(string kind) => Builders.TryGetValue(kind, out var builder)
        ? builder
        : throw GraphProblemException.Constant("this version of the compiler does not know the layer", "Update the Regimen package, or use another layer.");
}
