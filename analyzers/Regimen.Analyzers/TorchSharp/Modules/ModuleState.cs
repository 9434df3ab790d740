using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>Whether a module has anything that a module around it must know of: weights, or a mode of training and evaluation.</summary>
internal static class ModuleState
{
    /// <summary>Whether it has weights, or has to know of training and evaluation.</summary>
    public static bool Has(ITypeSymbol module, TorchSharpSymbols symbols)
    {
        if (!symbols.IsModule(module))
            return false;
        if (symbols.IsOwnModule(module))
            return IsStateful(module.Name);

        // A class of the project that keeps nothing, such as a loss, has nothing to be found.
        return !module.Locations.Any(location => location.IsInSource) || !SymbolEqualityComparer.Default.Equals(module.BaseType?.ContainingType, symbols.Nn)
            || module.GetMembers().OfType<IFieldSymbol>().Any(field => !field.IsStatic && (symbols.IsModule(field.Type) || field.Type is { ContainingNamespace.Name: "Modules", Name: "Parameter" }
                || symbols.IsTensor(field.Type) || HasContents(field.Type, symbols)));
    }

    /// <summary>Whether a value that is no module itself holds some with state.</summary>
    public static bool HasContents(ITypeSymbol type, TorchSharpSymbols symbols) => ModuleContents.Of(type, symbols).Any(module => Has(module, symbols));

    private static bool IsStateful(string name) =>
        name is "Sequential" or "ModuleList" or "ModuleDict" or "ParameterList" or "ParameterDict" or "Embedding" or "EmbeddingBag" or "LSTM" or "GRU" or "RNN" or "LSTMCell"
            or "GRUCell" or "RNNCell" or "MultiheadAttention" or "Bilinear" or "PReLU" or "LayerNorm" or "GroupNorm"
        || name.StartsWith("Transformer", StringComparison.Ordinal)
        || LayerNames.KindOf(name) is LayerKind.Linear or LayerKind.Convolution or LayerKind.BatchNorm or LayerKind.Dropout;
}
