using Regimen.Compiler.Model;

namespace Regimen.Compiler.Graph;

/// <summary>Where the user declared a layer.</summary>
/// <param name="Layer">Its position in the network's preorder.</param>
/// <param name="Label">The user's own method call that made it or a layer around it, or empty.</param>
/// <param name="LabelLayer">The layer that the call returned; −1 without a label.</param>
/// <param name="Text">The layer as <c>Network()</c> has it.</param>
/// <param name="Path">Positions from the root, as PyTorch's names: <c>0.2</c>.</param>
internal sealed record Origin(int Layer, string Label, int LabelLayer, LayerSpec Text, string Path)
{
    /// <summary>The whole network.</summary>
    public static Origin Root(LayerSpec network) => new(0, network.Label, network.Label.Length > 0 ? 0 : -1, network, "");

    /// <summary>The layer inside it at a position.</summary>
    public Origin Child(int position)
    {
        var text = Text.Children[position];
        var layer = Layer + 1 + Text.Children.Take(position).Sum(Count);
        var path = Path.Length == 0 ? FormattableString.Invariant($"{position}") : FormattableString.Invariant($"{Path}.{position}");
        return text.Label.Length > 0
            ? new Origin(layer, text.Label, layer, text, path)
            : new Origin(layer, Label, LabelLayer, text, path);
    }

    private static int Count(LayerSpec layer) => 1 + layer.Children.Sum(Count);
}
