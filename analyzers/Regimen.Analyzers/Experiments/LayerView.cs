using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Graph.Layers;
using Regimen.Compiler.Model;
using Regimen.Compiler.Text;

namespace Regimen.Analyzers.Experiments;

/// <summary>A layer with its place in the source and in the network.</summary>
internal sealed class LayerView
{
    private readonly List<LayerView> children = [];

    private LayerView(LayerSpec spec, int index, Location location, LayerView? parent)
    {
        Spec = spec;
        Index = index;
        Role = LayerCatalogue.RoleOf(spec.Kind);
        Location = location;
        Parent = parent;
    }

    /// <summary>The layer as declared.</summary>
    public LayerSpec Spec { get; }

    /// <summary>The method of <c>Layers</c> that made it.</summary>
    public string Kind => Spec.Kind;

    /// <summary>Its position in preorder; the root is 0.</summary>
    public int Index { get; }

    /// <summary>What it is to the rules about the order of layers.</summary>
    public LayerRole Role { get; }

    /// <summary>The call that made it.</summary>
    public Location Location { get; }

    /// <summary>The layer around it; null for the root.</summary>
    public LayerView? Parent { get; }

    /// <summary>The layers inside it.</summary>
    public IReadOnlyList<LayerView> Children => children;

    /// <summary>It and all layers inside it, in preorder.</summary>
    public IEnumerable<LayerView> Subtree => children.SelectMany(child => child.Subtree).Prepend(this);

    /// <summary>The layers that the same call made, this one included: a helper such as <c>Block(32)</c> that is called twice makes two at one place.</summary>
    public IReadOnlyList<LayerView> SamePlace { get; private set; } = [];

    /// <summary>Where values pass through it; null for a <c>Sequential</c>, whose layers pass them on.</summary>
    public Chain? Chain { get; private set; }

    /// <summary>Its position in <see cref="Chain"/>.</summary>
    public int Position { get; private set; }

    /// <summary>What it reads, per sample; null where the network could not be built.</summary>
    public Shape? Input { get; private set; }

    /// <summary>What it makes, per sample; null where the network could not be built.</summary>
    public Shape? Output { get; private set; }

    /// <summary>How many numbers it trains itself, without the layers inside it; 0 where the network could not be built.</summary>
    public long Parameters { get; private set; }

    /// <summary>The layer before it in its chain, or null.</summary>
    public LayerView? Previous => Chain is not null && Position > 0 ? Chain.Layers[Position - 1] : null;

    /// <summary>The layer after it in its chain, or null.</summary>
    public LayerView? Next => Chain is not null && Position + 1 < Chain.Layers.Count ? Chain.Layers[Position + 1] : null;

    /// <summary>The layers that read, directly or through others, what it makes.</summary>
    public IEnumerable<LayerView> Readers => Chain is null
        ? []
        : Chain.Layers.Skip(Position + 1).SelectMany(layer => layer.Subtree).Concat(Chain.Owner?.Readers ?? []);

    /// <summary>Whether the network's output is what it makes.</summary>
    public bool IsLast => Chain is { Owner: null } && Next is null;

    /// <summary>Whether it is a batch normalisation.</summary>
    public bool IsBatchNorm => Role == LayerRole.BatchNormalisation;

    /// <summary>Whether it normalises, over the batch or over a sample.</summary>
    public bool IsNorm => Role is LayerRole.BatchNormalisation or LayerRole.Normalisation;

    /// <summary>Whether it is a non-linear function of each value.</summary>
    public bool IsActivation => Role is LayerRole.Rectifier or LayerRole.Saturating or LayerRole.Activation;

    /// <summary>Whether it zeroes values at random.</summary>
    public bool IsDropout => Role == LayerRole.Dropout && Number("probability") > 0;

    /// <summary>Whether it multiplies by trained weights.</summary>
    public bool IsProduct => Role == LayerRole.Product;

    /// <summary>As a message names it: the call as written where it is short, such as <c>Linear(10)</c>.</summary>
    public string Display => Quote.Call(Location, Kind);

    /// <summary>Whole-number constant.</summary>
    public int Integer(string name) => Convert.ToInt32(Argument(name), System.Globalization.CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Integer"/>
    public double Number(string name) => Convert.ToDouble(Argument(name), System.Globalization.CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Integer"/>
    public bool Flag(string name) => Argument(name) is true;

    /// <summary>All layers in preorder, and the chains that values pass through.</summary>
    public static (IReadOnlyList<LayerView> Layers, IReadOnlyList<Chain> Chains) Read(ExperimentSpec spec, IReadOnlyList<LayerRecord>? shapes, ImmutableArray<Location> locations)
    {
        var layers = new List<LayerView>();
        var root = Add(spec.Network, null);
        var chains = new List<Chain>();
        var records = shapes?.ToDictionary(record => record.Site.Position);
        AddChain(root, null, shapes is null ? null : Shape.Image(spec.Data.Channels, spec.Data.Height, spec.Data.Width));
        foreach (var place in layers.GroupBy(layer => layer.Location))
        {
            LayerView[] made = [.. place];
            foreach (var layer in made)
                layer.SamePlace = made;
        }

        return (layers, chains);

        LayerView Add(LayerSpec layer, LayerView? parent)
        {
            var view = new LayerView(layer, layers.Count, layers.Count < locations.Length ? locations[layers.Count] : Location.None, parent);
            layers.Add(view);
            foreach (var child in layer.Children)
                view.children.Add(Add(child, view));
            return view;
        }

        void AddChain(LayerView from, LayerView? owner, Shape? input)
        {
            var chain = new Chain(from, owner);
            chains.Add(chain);
            Walk(from, chain, input);
        }

        Shape? Walk(LayerView layer, Chain chain, Shape? input)
        {
            layer.Input = input;
            if (layer.Kind == "Sequential")
            {
                foreach (var child in layer.children)
                    input = Walk(child, chain, input);
                return layer.Output = input;
            }

            layer.Chain = chain;
            layer.Position = chain.Append(layer);
            foreach (var child in layer.children)
                AddChain(child, layer, input);
            if (records is null)
                return layer.Output = input;
            layer.Parameters = records[layer.Index].ParameterCount;
            return layer.Output = Shape.Of(records[layer.Index].Type);
        }
    }

    private object? Argument(string name) => Spec.Arguments.FirstOrDefault(argument => argument.Name == name)?.Value;
}
