using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Regimen.Compiler.Parsing;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Diagnostics;

/// <summary>Brings a problem that a later stage found at a layer, which knows no positions, back to the source.</summary>
public static class LayerFindings
{
    /// <summary>The finding of rule <paramref name="ruleId"/> at the call that made the layer.</summary>
    /// <param name="ruleId">REG1002 to REG1004.</param>
    /// <param name="layerIndex">The layer in preorder; the root is 0.</param>
    /// <param name="arguments">The layer's kind, what is wrong, and what to do.</param>
    /// <param name="layerLocations"><see cref="ParseResult.LayerLocations"/> of the same experiment.</param>
    public static Finding At(string ruleId, int layerIndex, IEnumerable<string> arguments, ImmutableArray<Location> layerLocations) =>
        At(ruleId, layerIndex >= 0 && layerIndex < layerLocations.Length ? layerLocations[layerIndex] : Location.None, [.. arguments]);

    private static Finding At(string ruleId, Location call, ImmutableArray<string> arguments) =>
        new(Rules.ById(ruleId), call, [Quote.Call(call, arguments[0]), .. arguments.Skip(1)]);
}
