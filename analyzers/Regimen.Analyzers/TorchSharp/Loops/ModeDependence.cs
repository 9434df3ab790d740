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

        return NameIndex.Of(compilation, cancellation).All.Any(IsSensitive);
    }

    private static bool Matters(ITypeSymbol type, HashSet<ITypeSymbol> seen, CancellationToken cancellation)
    {
        if (!seen.Add(type) || type.DeclaringSyntaxReferences.IsEmpty)
            return false;
        return type.DeclaringSyntaxReferences.Any(reference => Mentions.Names(reference.GetSyntax(cancellation)).Any(IsSensitive))
            || (type.BaseType is { } parent && Matters(parent, seen, cancellation))
            || type.GetMembers().OfType<IFieldSymbol>().Any(field => Matters(field.Type, seen, cancellation));
    }

    private static bool IsSensitive(string name) =>
        Parts.Any(name.Contains) || Models.Any(model => name.StartsWith(model, StringComparison.Ordinal));
}
