using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>The modules that a value of a type holds: by what the type hands out, not by its name. An array, a dictionary, a tuple, a <c>Lazy</c>, a class of the project.</summary>
internal static class ModuleContents
{
    /// <summary>Types inside one another that are looked into; more are a circle.</summary>
    private const int MaximumDepth = 4;

    /// <summary>The types of the modules that a value of a type that is no module itself holds.</summary>
    public static IEnumerable<ITypeSymbol> Of(ITypeSymbol type, TorchSharpSymbols symbols) =>
        symbols.IsModule(type) ? [] : In(type, symbols, 0).Distinct(SymbolEqualityComparer.Default).OfType<ITypeSymbol>();

    private static IEnumerable<ITypeSymbol> In(ITypeSymbol type, TorchSharpSymbols symbols, int depth) => type switch
    {
        _ when symbols.IsModule(type) => [type],
        _ when depth == MaximumDepth => [],
        IArrayTypeSymbol array => In(array.ElementType, symbols, depth + 1),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.SelectMany(element => In(element.Type, symbols, depth + 1)),
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named => Parts(named).SelectMany(part => In(part, symbols, depth + 1)),
        _ => [],
    };

    /// <summary>
    /// The types of what it holds: what it counts up, and what its properties give out of its type arguments; of a class in this project, what its fields
    /// hold. A delegate makes a value and holds none; a comparer is only shown them.
    /// </summary>
    private static IEnumerable<ITypeSymbol> Parts(INamedTypeSymbol type)
    {
        foreach (var sequence in type.AllInterfaces.Prepend(type))
        {
            if (sequence.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
                yield return sequence.TypeArguments[0];
        }

        foreach (var member in type.GetMembers())
        {
            if (member is IPropertySymbol { IsStatic: false, OriginalDefinition.Type: ITypeParameterSymbol } property)
                yield return property.Type;
            else if (member is IFieldSymbol { IsStatic: false } field && field.Locations.Any(location => location.IsInSource))
                yield return field.Type;
        }

        if (type.BaseType is { SpecialType: SpecialType.None } parent && parent.Locations.Any(location => location.IsInSource))
            yield return parent;
    }
}
