using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Regimen.Compiler.Model;

namespace Regimen.Compiler.Parsing;

/// <summary>What the parser made of a declaration. Holds positions and so must not be cached; its <see cref="Spec"/> may.</summary>
/// <param name="Spec">The experiment; null exactly when at least one finding is an error.</param>
/// <param name="Findings">What the user should be told.</param>
/// <param name="LayerLocations">Per layer of the network in preorder (the root is 0), the call that made it. Empty where there is no network.</param>
public sealed record ParseResult(ExperimentSpec? Spec, ImmutableArray<Finding> Findings, ImmutableArray<Location> LayerLocations)
{
    /// <summary>
    /// The experiment as far as it can be read, with errors too: wrong arguments have their defaults, and the network is empty where it can't be
    /// evaluated. Null where there is no data. For advice on the rest of a declaration; no program is made of it.
    /// </summary>
    internal ExperimentSpec? Draft { get; init; }

    /// <summary>Regimen's attributes of all parts, with where they and their arguments are written; wrong arguments are left out.</summary>
    internal ImmutableArray<ParsedAttribute> Attributes { get; init; } = [];
}
