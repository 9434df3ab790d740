using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments;

/// <summary>
/// Advice about an experiment, as far as its declaration can be read. A rule stands in its own file with its descriptor and its check, and adds a line to
/// <see cref="ExperimentRules"/>.
/// </summary>
internal abstract class ExperimentRule(string id, string category, DiagnosticSeverity severity, string title, string message)
{
    /// <summary>Id, severity, title, message.</summary>
    public DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(id, category, severity, title, message);

    /// <summary>What is wrong, if anything; a place that several layers share is reported once.</summary>
    public abstract IEnumerable<Diagnostic> Check(ExperimentView experiment);

    /// <summary>A diagnostic of this rule.</summary>
    protected Diagnostic At(Location location, params object[] arguments) => Diagnostic.Create(Descriptor, location, arguments);

    /// <summary>A diagnostic of this rule whose fix changes another place.</summary>
    protected Diagnostic At(Location location, Location changed, params object[] arguments) =>
        Diagnostic.Create(Descriptor, location, [changed], FixHints.None, arguments);

    /// <summary>A diagnostic of this rule whose fix writes a number; null where none is safe.</summary>
    protected Diagnostic At(Location location, int? remedy, params object[] arguments) =>
        Diagnostic.Create(Descriptor, location, FixHints.Number(remedy), arguments);

    /// <summary>A number as a message shows it, the same in every culture.</summary>
    protected static string Text(double value) => value.ToString("G5", CultureInfo.InvariantCulture);

    /// <summary>A diagnostic of this rule at a layer whose fix needs to know of another one.</summary>
    protected Diagnostic At(LayerView layer, LayerView other, params object[] arguments) => At(layer, [other], FixHints.None, arguments);

    /// <summary>A diagnostic of this rule at a layer whose fix would change all layers that the same call makes: it is offered only where all of them are wrong.</summary>
    protected Diagnostic At(LayerView layer, Func<LayerView, bool> isWrong, params object[] arguments) =>
        At(layer, [], layer.SamePlace.All(isWrong) ? FixHints.AllWrong : FixHints.None, arguments);

    /// <summary>A diagnostic of this rule at a layer whose fix needs to know of others and what <see cref="FixHints"/> say.</summary>
    protected Diagnostic At(LayerView layer, IEnumerable<LayerView> others, ImmutableDictionary<string, string?> hints, params object[] arguments) =>
        Diagnostic.Create(Descriptor, layer.Location, others.Select(other => other.Location), hints, arguments);
}
