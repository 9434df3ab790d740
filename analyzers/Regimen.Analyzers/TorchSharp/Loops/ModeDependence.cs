using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>Whether it matters if a module trains or evaluates: only some layers know the difference.</summary>
internal static class ModeDependence
{
    private static readonly string[] Parts = ["Dropout", "dropout", "BatchNorm", "batch_norm", "InstanceNorm", "Transformer", "RReLU", "rrelu"];

    private static readonly string[] Models = ["alexnet", "googlenet", "inception", "mobilenet", "resnet", "resnext", "vgg", "wide_resnet"];

    /// <summary>Whether the module has such a layer; where its layers are not seen, whether the project has one at all.</summary>
    public static bool Matters(Compilation compilation, TorchSharpSymbols symbols, IOperation root, ISymbol model, CancellationToken cancellation)
    {
        var type = model switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };
        if (type is { IsAbstract: false } && !type.DeclaringSyntaxReferences.IsEmpty)
            return Matters(type, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default), cancellation);
        if (Subject.InitialValue(root, model) is IInvocationOperation sequential && symbols.IsModuleFactory(sequential.TargetMethod, "Sequential"))
        {
            var made = sequential.Descendants().Select(operation => operation.Type).OfType<ITypeSymbol>().Where(layer => !layer.DeclaringSyntaxReferences.IsEmpty);
            return Mentions.Names(sequential.Syntax).Any(IsSensitive) || made.Any(layer => Matters(layer, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default), cancellation));
        }

        var index = NameIndex.Of(compilation, cancellation);
        return IsFromOwnType(model, symbols) ? MayMake(model.ContainingType, index, cancellation) : index.All.Any(IsSensitive);
    }

    /// <summary>Whether nothing outside of its type can have given the module to a private field, or to a parameter of a private method.</summary>
    private static bool IsFromOwnType(ISymbol model, TorchSharpSymbols symbols) =>
        (model is IFieldSymbol { DeclaredAccessibility: Accessibility.Private }
            || model is IParameterSymbol { ContainingSymbol: IMethodSymbol { DeclaredAccessibility: Accessibility.Private } or IMethodSymbol { MethodKind: MethodKind.LocalFunction } })
        && model.ContainingType.GetMembers().Where(member => member.DeclaredAccessibility != Accessibility.Private).All(member => member switch
        {
            IMethodSymbol method => !method.Parameters.Any(parameter => MayHold(parameter.Type, symbols)),
            IFieldSymbol field => !MayHold(field.Type, symbols),
            _ => true,
        });

    /// <summary>Whether a value of the type may be, or hold, a module whose layers are not seen in the type.</summary>
    private static bool MayHold(ITypeSymbol type, TorchSharpSymbols symbols) => type switch
    {
        IArrayTypeSymbol array => MayHold(array.ElementType, symbols),
        _ when symbols.IsModule(type) => type.IsAbstract || type.DeclaringSyntaxReferences.IsEmpty || type is ITypeParameterSymbol,
        INamedTypeSymbol named => named.TypeArguments.Any(argument => MayHold(argument, symbols)),
        _ => false,
    };

    /// <summary>Whether a type names such a layer, or another type that does.</summary>
    private static bool MayMake(INamedTypeSymbol type, NameIndex index, CancellationToken cancellation)
    {
        var seen = new HashSet<UnitNames>();
        var open = new Stack<UnitNames>(NameIndex.UnitsOf(type, cancellation));
        while (open.Count > 0)
        {
            var unit = open.Pop();
            if (!seen.Add(unit))
                continue;
            if (unit.All.Any(IsSensitive))
                return true;
            foreach (var other in unit.All.SelectMany(index.UnitsOf))
                open.Push(other);
        }

        return false;
    }

    private static bool Matters(ITypeSymbol type, HashSet<ITypeSymbol> seen, CancellationToken cancellation)
    {
        if (!seen.Add(type) || type.DeclaringSyntaxReferences.IsEmpty)
            return false;
        return type.DeclaringNodes(cancellation).Any(part => Mentions.Names(part).Any(IsSensitive))
            || (type.BaseType is { } parent && Matters(parent, seen, cancellation))
            || type.GetMembers().OfType<IFieldSymbol>().Any(field => Matters(field.Type, seen, cancellation));
    }

    private static bool IsSensitive(string name) =>
        Parts.Any(name.Contains) || Models.Any(model => name.StartsWith(model, StringComparison.Ordinal));
}
