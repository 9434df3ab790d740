namespace Regimen.Analyzers.Experiments;

/// <summary>Layers that values pass through one after the other; a residual counts as one.</summary>
/// <param name="root">The layer that is this chain: the network, the body or the shortcut.</param>
/// <param name="owner">The residual that this is the body or the shortcut of; null for the network itself.</param>
internal sealed class Chain(LayerView root, LayerView? owner)
{
    private readonly List<LayerView> layers = [];

    /// <summary>The layer that is this chain: the network, the body or the shortcut.</summary>
    public LayerView Root { get; } = root;

    /// <summary>Whether it is the body of a residual.</summary>
    public bool IsBody => Owner is { Kind: "Residual", Children: [var body, ..] } && body == Root;

    /// <summary>The residual that this is the body or the shortcut of; null for the network itself.</summary>
    public LayerView? Owner { get; } = owner;

    /// <summary>The layers, in order.</summary>
    public IReadOnlyList<LayerView> Layers => layers;

    /// <summary>Adds a layer at the end and returns its position.</summary>
    public int Append(LayerView layer)
    {
        layers.Add(layer);
        return layers.Count - 1;
    }
}
