using Regimen.Compiler.Graph;
using Regimen.Compiler.Model;

namespace Regimen.Compiler.Tricks;

/// <summary>The declared tricks with their attributes, in the order in which they act.</summary>
internal sealed class Recipe(ExperimentSpec spec)
{
    /// <summary>The tricks that were declared.</summary>
    public IReadOnlyList<(Trick Trick, AttributeSpec Attribute)> Tricks { get; } =
        [.. from trick in TrickCatalogue.All
            from attribute in spec.Attributes
            where attribute.Name == trick.Attribute
            select (trick, attribute)];

    /// <summary>What shapes the program beside the settable numbers, an entry per trick.</summary>
    public IEnumerable<string> Structure => Tricks.Select(entry => entry.Trick.Structure(entry.Attribute)).OfType<string>();

    /// <summary>Samples per step.</summary>
    public int BatchSize => spec.Attributes.First(attribute => attribute.Name == "Data").Integer("BatchSize", 128);

    /// <summary>All settable numbers.</summary>
    public IEnumerable<Scalar> Scalars => Tricks.SelectMany(entry => entry.Trick.Scalars(entry.Attribute));

    /// <summary>Whether samples are mixed.</summary>
    public bool MixesSamples => Tricks.Any(entry => entry.Trick.MixesSamples);

    /// <summary>Name of the scalar that smooths targets, if any.</summary>
    public string? Smoothing => Tricks.Select(entry => entry.Trick.Smoothing).FirstOrDefault(name => name is not null);

    /// <summary>Whether the data keeps its order.</summary>
    public bool KeepsOrder => Tricks.Any(entry => entry.Trick.KeepsOrder(entry.Attribute));

    /// <summary>Expression for the mean and deviation per channel, if declared.</summary>
    public string? Normalization => First(entry => entry.Trick.Normalization(entry.Attribute));

    /// <summary>Expression for the number of warm-up steps, if declared.</summary>
    public string? WarmupSteps => First(entry => entry.Trick.WarmupSteps(entry.Attribute));

    /// <summary>Name of the scalar with which parameters decay, if any do.</summary>
    public string? DecayName => First(entry => entry.Trick.Decay(entry.Attribute, ParameterRole.Weight));

    /// <summary>Whether parameters of a role decay; without a decay, those that would with one, so that the layout does not depend on it.</summary>
    public bool Decays(ParameterRole role) => DecayName is null
        ? role == ParameterRole.Weight
        : Tricks.Any(entry => entry.Trick.Decay(entry.Attribute, role) is not null);

    private string? First(Func<(Trick Trick, AttributeSpec Attribute), string?> hook) => Tricks.Select(hook).FirstOrDefault(text => text is not null);
}
