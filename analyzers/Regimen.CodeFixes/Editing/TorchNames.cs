using Microsoft.CodeAnalysis;

namespace Regimen.CodeFixes.Editing;

/// <summary>How TorchSharp's members are written at a place of the user's file.</summary>
internal static class TorchNames
{
    /// <summary>A member of <c>TorchSharp.torch</c> as its usings allow: <c>no_grad</c>, <c>torch.no_grad</c> or <c>TorchSharp.torch.no_grad</c>.</summary>
    public static string Member(FixTarget target, int position, string member)
    {
        if (target.Model.LookupSymbols(position, name: member).Any(symbol => symbol.ContainingType is { Name: "torch", ContainingNamespace.Name: "TorchSharp" }))
            return member;
        return target.Model.LookupNamespacesAndTypes(position, name: "torch").Any(symbol => symbol is INamedTypeSymbol { ContainingNamespace.Name: "TorchSharp" })
            ? "torch." + member
            : "TorchSharp.torch." + member;
    }
}
