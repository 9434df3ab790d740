using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>What made the values that a loss is given.</summary>
/// <param name="Place">What a diagnostic underlines: the layer, or the call of the model that ends in it.</param>
/// <param name="Display">As a message names it.</param>
/// <param name="IsModel">Whether it is a model of the project, whose layers stand elsewhere: no fix reaches them.</param>
/// <param name="Hints">What a fix must know.</param>
internal sealed record LossInput(SyntaxNode Place, string Display, bool IsModel, ImmutableDictionary<string, string?> Hints);
