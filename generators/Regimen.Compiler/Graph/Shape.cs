using Regimen.Compiler.Formulas;

namespace Regimen.Compiler.Graph;

/// <summary>Shape of a value per sample: features [F], or an image [C, H, W]. Images lie channels-last in memory.</summary>
internal sealed record Shape(int Channels, int Height, int Width, bool IsImage)
{
    /// <summary>A vector of features.</summary>
    public static Shape Features(int count) => new(count, 1, 1, false);

    /// <summary>An image.</summary>
    public static Shape Image(int channels, int height, int width) => new(channels, height, width, true);

    /// <summary>Shape per sample of a value of a batch: [B, F], or [B, H, W, C].</summary>
    public static Shape Of(TensorType type) => type.Axes.Select(axis => (int)axis.Count).ToArray() switch
    {
        [1, var features] => Features(features),
        [1, var height, var width, var channels] => Image(channels, height, width),
        _ => throw new IllegalFormulaException($"{type} is neither features [B, F] nor images [B, H, W, C]."),
    };

    /// <summary>Values per sample.</summary>
    public long Count => (long)Channels * Height * Width;

    /// <summary>Pixels per channel.</summary>
    public long Pixels => (long)Height * Width;

    /// <summary>As <c>[32, 28, 28]</c>.</summary>
    public override string ToString() => IsImage
        ? FormattableString.Invariant($"[{Channels}, {Height}, {Width}]")
        : FormattableString.Invariant($"[{Channels}]");

    /// <summary>As <c>[B, 32, 28, 28]</c>.</summary>
    public string Batched => "[B, " + ToString().Substring(1);
}
