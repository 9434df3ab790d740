using System.Globalization;
using Regimen.Training;

namespace Regimen.Parity;

/// <summary>
/// Parameters and running statistics as PyTorch's modules list them: in preorder, a residual's body before its shortcut. The layout lists them
/// as they are computed, the shortcut first.
/// </summary>
internal static class PreorderParameters
{
    /// <summary>Parameters in preorder, each layer's weight before its bias.</summary>
    public static ParameterInfo[] Of(ModelLayout layout) => [.. layout.Parameters.OrderBy(parameter => Key(parameter.Name), PathComparer.Instance)];

    /// <summary>Running statistics in preorder, each layer's mean before its variance.</summary>
    public static BufferInfo[] BuffersOf(ModelLayout layout) => [.. layout.Buffers.OrderBy(buffer => Key(buffer.Name), PathComparer.Instance)];

    /// <summary>The flat buffer's values in preorder.</summary>
    public static double[] Arrange(ModelLayout layout, double[] flat) =>
        [.. Of(layout).SelectMany(parameter => flat.AsSpan((int)parameter.Offset, (int)parameter.Count).ToArray())];

    /// <summary>As <see cref="Arrange"/>, for the running statistics.</summary>
    public static double[] ArrangeBuffers(ModelLayout layout, double[] flat) =>
        [.. BuffersOf(layout).SelectMany(buffer => flat.AsSpan((int)buffer.Offset, buffer.Count).ToArray())];

    /// <summary>"6.0.2.weight" as 6, 0, 2, then the rank of the last word within its layer.</summary>
    private static int[] Key(string name) => [.. name.Split('.').Select(part => part switch
    {
        "weight" or "running_mean" => 0,
        "bias" or "running_var" => 1,
        _ => int.Parse(part, CultureInfo.InvariantCulture),
    })];

    private sealed class PathComparer : IComparer<int[]>
    {
        public static PathComparer Instance { get; } = new();

        public int Compare(int[]? x, int[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
