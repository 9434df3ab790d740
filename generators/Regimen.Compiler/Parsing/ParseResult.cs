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
    /// <summary>Regimen's attributes of all parts, with where they and their arguments are written.</summary>
    internal ImmutableArray<ParsedAttribute> Attributes { get; init; } = [];
}
