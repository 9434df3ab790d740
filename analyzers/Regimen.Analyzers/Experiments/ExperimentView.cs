using System.Globalization;
using Microsoft.CodeAnalysis;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Model;
using Regimen.Compiler.Parsing;
using Regimen.Compiler.Tricks;

namespace Regimen.Analyzers.Experiments;

/// <summary>
/// An experiment as the rules look at it: the compiler's own records, with the places in the source. Shapes are there where the network
/// could be built; a network with an error in it still has its layers.
/// </summary>
internal sealed class ExperimentView
{
    private readonly ParseResult parsed;
    private readonly IReadOnlyList<LayerRecord>? shapes;

    public ExperimentView(INamedTypeSymbol type, ParseResult parsed)
    {
        this.parsed = parsed;
        Type = type;
        Spec = parsed.Draft ?? throw new ArgumentException("Too little of the declaration can be read.", nameof(parsed));
        Recipe = new Recipe(Spec);

        // A network that can't be evaluated has no layers to point at, and its reason was told.
        if (!parsed.LayerLocations.IsEmpty)
            (shapes, Problems) = NetworkFormulas.ShapesOf(Spec);
        (Layers, Chains) = LayerView.Read(Spec, shapes, parsed.LayerLocations);
    }

    /// <summary>The class.</summary>
    public INamedTypeSymbol Type { get; }

    /// <summary>What was declared; a wrong argument has its default.</summary>
    public ExperimentSpec Spec { get; }

    /// <summary>What the attributes mean to the compiler.</summary>
    public Recipe Recipe { get; }

    /// <summary>Whether the network can be built; if not, <see cref="Problems"/> says why.</summary>
    public bool IsBuilt => shapes is not null;

    /// <summary>Why there is no graph.</summary>
    public EquatableArray<GraphProblem> Problems { get; } = EquatableArray<GraphProblem>.Empty;

    /// <summary>Every layer, in preorder; the root is 0.</summary>
    public IReadOnlyList<LayerView> Layers { get; }

    /// <summary>The layers in the order in which values pass through them: the network itself, and each body and shortcut of a residual.</summary>
    public IReadOnlyList<Chain> Chains { get; }

    /// <summary>Every two layers of which the second reads what the first made.</summary>
    public IEnumerable<(LayerView First, LayerView Second)> Neighbours => Chains.SelectMany(chain => chain.Layers.Zip(chain.Layers.Skip(1), (first, second) => (first, second)));

    /// <summary>Samples per step.</summary>
    public int BatchSize => Recipe.BatchSize;

    /// <summary>Where the samples per step are written; the attribute that they belong to where they are not.</summary>
    public Location BatchSizeLocation => Attribute("Data")!.LocationOf("BatchSize");

    /// <summary>Steps of an epoch; null where the size of the training split is not known before reading it.</summary>
    public long? StepsPerEpoch => Spec.Data.TrainImages > 0 && !IsWrong("Data") ? ((long)Spec.Data.TrainImages + BatchSize - 1) / BatchSize : null;

    /// <summary>Passes through the training data; null while the attribute is still being typed.</summary>
    public int? Epochs => Attribute("Epochs") is { } epochs && epochs.Spec.Has("Count") ? (int?)Number("Epochs") : null;

    /// <summary>η, the rate after linear scaling, that schedules start from; null where no optimiser has one.</summary>
    public double? PeakRate => IsWrong("LinearScaling") || (IsWrong("Data") && Has("LinearScaling")) ? null : Number("LearningRate") * (Number("ReferenceBatch") is { } reference ? BatchSize / reference : 1);

    /// <summary>The attribute with this name (without the suffix), or null.</summary>
    public ParsedAttribute? Attribute(string name) => parsed.Attributes.FirstOrDefault(attribute => attribute.Spec.Name == name);

    /// <summary>The default, given or not, of a number that may be set on the instance, by the name of its property, such as <c>WarmupEpochs</c>; null where no attribute declares it, or one with an error.</summary>
    public double? Number(string scalar) => Recipe.Tricks.Where(entry => !IsWrong(entry.Attribute.Name)).SelectMany(entry => entry.Trick.Scalars(entry.Attribute))
        .FirstOrDefault(candidate => candidate.Name == scalar) is { } found
        && double.TryParse(found.Default.Replace("_", ""), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Whether an argument of the attribute is wrong, so that nobody knows what was meant.</summary>
    private bool IsWrong(string name) => Attribute(name) is { HasErrors: true };

    /// <summary>Whether the attribute was declared.</summary>
    public bool Has(string name) => Attribute(name) is not null;
}
