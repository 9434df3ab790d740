using Microsoft.CodeAnalysis;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Model;
using Regimen.Compiler.Parsing;

namespace Regimen.Analyzers.Experiments;

/// <summary>
/// An experiment as the rules look at it: the compiler's own records, with the places in the source. Shapes are there where the network
/// could be built; a network with an error in it still has its layers.
/// </summary>
internal sealed class ExperimentView
{
    private readonly ParseResult parsed;

    public ExperimentView(INamedTypeSymbol type, ParseResult parsed)
    {
        this.parsed = parsed;
        Type = type;
        Spec = parsed.Spec ?? throw new ArgumentException("The declaration has errors.", nameof(parsed));
        (Graph, Problems) = GraphBuilder.Build(Spec);
        (Layers, Chains) = LayerView.Read(Spec, Graph, parsed.LayerLocations);
    }

    /// <summary>The class.</summary>
    public INamedTypeSymbol Type { get; }

    /// <summary>What was declared.</summary>
    public ExperimentSpec Spec { get; }

    /// <summary>The network as operations; null where there is none, for the reasons in <see cref="Problems"/>.</summary>
    public NetworkGraph? Graph { get; }

    /// <summary>Why there is no graph.</summary>
    public EquatableArray<GraphProblem> Problems { get; }

    /// <summary>Every layer, in preorder; the root is 0.</summary>
    public IReadOnlyList<LayerView> Layers { get; }

    /// <summary>The layers in the order in which values pass through them: the network itself, and each body and shortcut of a residual.</summary>
    public IReadOnlyList<Chain> Chains { get; }

    /// <summary>Every two layers of which the second reads what the first made.</summary>
    public IEnumerable<(LayerView First, LayerView Second)> Neighbours => Chains.SelectMany(chain => chain.Layers.Zip(chain.Layers.Skip(1), (first, second) => (first, second)));

    /// <summary>Samples per step.</summary>
    public int BatchSize => Attribute("Data")?.Spec.Integer("BatchSize", 128) ?? 128;

    /// <summary>The attribute with this name (without the suffix), or null.</summary>
    public ParsedAttribute? Attribute(string name) => parsed.Attributes.FirstOrDefault(attribute => attribute.Spec.Name == name);

    /// <summary>Whether the attribute was declared.</summary>
    public bool Has(string name) => Attribute(name) is not null;
}
