using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Regimen.Compiler.Parsing;

namespace Regimen.Compiler.Diagnostics;

/// <summary>Brings a problem that a later stage found at a layer, which knows no positions, back to the source.</summary>
public static class LayerFindings
{
    /// <summary>The finding of rule <paramref name="ruleId"/> at the call that made the layer.</summary>
    /// <param name="ruleId">REG1002 to REG1004.</param>
    /// <param name="layerIndex">The layer in preorder; the root is 0.</param>
    /// <param name="arguments">The layer's text, what is wrong, and what to do.</param>
    /// <param name="layerLocations"><see cref="ParseResult.LayerLocations"/> of the same experiment.</param>
    public static Finding At(string ruleId, int layerIndex, IEnumerable<string> arguments, ImmutableArray<Location> layerLocations) =>
        new(Rules.ById(ruleId), layerIndex >= 0 && layerIndex < layerLocations.Length ? layerLocations[layerIndex] : Location.None, [.. arguments]);
}
