using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.TorchSharp;

/// <summary>TorchSharp's types, found by their metadata names.</summary>
internal sealed class TorchSharpSymbols
{
    private TorchSharpSymbols(Compilation compilation, INamedTypeSymbol torch)
    {
        Torch = torch;
        Tensor = compilation.GetTypeByMetadataName("TorchSharp.torch+Tensor");
        Nn = compilation.GetTypeByMetadataName("TorchSharp.torch+nn");
        Module = compilation.GetTypeByMetadataName("TorchSharp.torch+nn+Module");
        Functional = compilation.GetTypeByMetadataName("TorchSharp.torch+nn+functional");
        Optim = compilation.GetTypeByMetadataName("TorchSharp.torch+optim");
        Optimizer = compilation.GetTypeByMetadataName("TorchSharp.torch+optim+Optimizer");
        Scheduler = compilation.GetTypeByMetadataName("TorchSharp.torch+optim+lr_scheduler+LRScheduler");
    }

    /// <summary><c>TorchSharp.torch</c>.</summary>
    public INamedTypeSymbol Torch { get; }

    /// <summary><c>torch.Tensor</c>.</summary>
    public INamedTypeSymbol? Tensor { get; }

    /// <summary><c>torch.nn</c>, whose methods make modules.</summary>
    public INamedTypeSymbol? Nn { get; }

    /// <summary><c>torch.nn.Module</c>, the base of all modules.</summary>
    public INamedTypeSymbol? Module { get; }

    /// <summary><c>torch.nn.functional</c>.</summary>
    public INamedTypeSymbol? Functional { get; }

    /// <summary><c>torch.optim</c>, whose methods make optimisers.</summary>
    public INamedTypeSymbol? Optim { get; }

    /// <summary><c>torch.optim.Optimizer</c>.</summary>
    public INamedTypeSymbol? Optimizer { get; }

    /// <summary><c>torch.optim.lr_scheduler.LRScheduler</c>.</summary>
    public INamedTypeSymbol? Scheduler { get; }

    /// <summary>The symbols; null where the project does not reference TorchSharp.</summary>
    public static TorchSharpSymbols? Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName("TorchSharp.torch") is { } torch ? new TorchSharpSymbols(compilation, torch) : null;

    /// <summary>Whether it is a tensor.</summary>
    public bool IsTensor(ITypeSymbol? type) => Is(type, Tensor);

    /// <summary>Whether it is a module of any kind.</summary>
    public bool IsModule(ITypeSymbol? type) => Derives(type, Module);

    /// <summary>Whether it is one of TorchSharp's modules.</summary>
    public bool IsOwnModule(ITypeSymbol? type) =>
        IsModule(type) && type is { ContainingType: null, ContainingNamespace: { Name: "Modules", ContainingNamespace: { Name: "TorchSharp", ContainingNamespace.IsGlobalNamespace: true } } };

    /// <summary>Whether it is an optimiser.</summary>
    public bool IsOptimizer(ITypeSymbol? type) => Derives(type, Optimizer);

    /// <summary>Whether it is a scheduler of the learning rate.</summary>
    public bool IsScheduler(ITypeSymbol? type) => Derives(type, Scheduler);

    /// <summary>Whether the method is one of these of <c>torch.nn.functional</c>.</summary>
    public bool IsFunctional(IMethodSymbol method, params ImmutableArray<string> names) => Is(method.ContainingType, Functional) && names.Contains(method.Name);

    /// <summary>Whether the method makes one of these modules: <c>torch.nn.Conv2d(…)</c>.</summary>
    public bool IsModuleFactory(IMethodSymbol method, params ImmutableArray<string> names) => Is(method.ContainingType, Nn) && names.Contains(method.Name);

    /// <summary>Whether the method is a method of tensors with one of these names.</summary>
    public bool IsTensorMethod(IMethodSymbol method, params ImmutableArray<string> names) => IsTensor(method.ContainingType) && names.Contains(method.Name);

    private static bool Is(ITypeSymbol? type, INamedTypeSymbol? known) => known is not null && SymbolEqualityComparer.Default.Equals(type, known);

    private static bool Derives(ITypeSymbol? type, INamedTypeSymbol? known)
    {
        if (known is null)
            return false;
        for (var parent = type is ITypeParameterSymbol { ConstraintTypes: [var constraint, ..] } ? constraint : type; parent is not null; parent = parent.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(parent.OriginalDefinition, known))
                return true;
        }

        return false;
    }
}
