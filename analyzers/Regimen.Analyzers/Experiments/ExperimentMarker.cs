using Microsoft.CodeAnalysis;
using Regimen.Compiler.Parsing;

namespace Regimen.Analyzers.Experiments;

/// <summary>The attribute that marks experiments.</summary>
internal sealed class ExperimentMarker
{
    private readonly INamedTypeSymbol attribute;

    private ExperimentMarker(INamedTypeSymbol attribute) => this.attribute = attribute;

    /// <summary>The attribute; null in a project that does not know it.</summary>
    public static ExperimentMarker? Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName(ExperimentParser.ExperimentAttribute) is { } attribute ? new ExperimentMarker(attribute) : null;

    /// <summary>Whether the type is an experiment.</summary>
    public bool IsOn(INamedTypeSymbol type) => type.GetAttributes().Any(candidate => SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, attribute));

    /// <summary>Whether the symbol is an experiment or stands in one.</summary>
    public bool IsAround(ISymbol? symbol)
    {
        for (var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType; type is not null; type = type.ContainingType)
        {
            if (IsOn(type))
                return true;
        }

        return false;
    }
}
