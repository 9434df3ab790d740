using Microsoft.CodeAnalysis;

namespace Regimen.Compiler.Parsing;

/// <summary>Tells Regimen's own types from others of the same name.</summary>
internal static class RegimenSymbols
{
    /// <summary>Whether the namespace is <c>global::Regimen</c>.</summary>
    public static bool IsRegimen(INamespaceSymbol? name) => name is { Name: "Regimen", ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>Whether the type is a top-level type of Regimen with this name.</summary>
    public static bool Is(ITypeSymbol? type, string name) => type is { ContainingType: null } && type.Name == name && IsRegimen(type.ContainingNamespace);
}
