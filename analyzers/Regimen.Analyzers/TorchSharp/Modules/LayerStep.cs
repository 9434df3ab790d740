using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>A layer that values pass through.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The name of its module, function or method.</param>
/// <param name="Display">As a message names it.</param>
/// <param name="Place">What a diagnostic underlines.</param>
/// <param name="Factory">The call of <c>torch.nn</c> that made it; null where it is unknown or no module.</param>
/// <param name="Member">The field, property or local that holds it; null where it is written in place.</param>
/// <param name="Container">The <c>Sequential</c> that it is written in; null where it is called by itself.</param>
internal sealed record LayerStep(LayerKind Kind, string Name, string Display, SyntaxNode Place, IInvocationOperation? Factory, ISymbol? Member, IOperation? Container)
{
    /// <summary>Whether it multiplies by trained weights.</summary>
    public bool IsProduct => Kind is LayerKind.Linear or LayerKind.Convolution;
}
