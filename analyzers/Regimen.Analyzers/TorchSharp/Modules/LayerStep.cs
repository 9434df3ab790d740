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
    private const int LongestText = 40;

    /// <summary>Whether it multiplies by trained weights.</summary>
    public bool IsProduct => Kind is LayerKind.Linear or LayerKind.Convolution;

    /// <summary>The expression as written where it is short, such as <c>Linear(4, 8)</c>.</summary>
    public static string Text(SyntaxNode syntax, string name) =>
        syntax.ToString() is { Length: <= LongestText } text && !text.Contains('\n') ? text : name + "(…)";
}

/// <summary>Layers that the same value passes through one after the other, each the only reader of the one before it.</summary>
/// <param name="steps">The layers, in order.</param>
/// <param name="inFlow">Whether it is read off the statements of a method, not off a <c>Sequential</c>.</param>
internal sealed class LayerChain(IReadOnlyList<LayerStep> steps, bool inFlow)
{
    /// <summary>The layers, in order.</summary>
    public IReadOnlyList<LayerStep> Steps => steps;

    /// <summary>Every layer with the next one.</summary>
    public IEnumerable<(LayerStep First, LayerStep Second)> Neighbours => Windows(2).Select(at => (steps[at], steps[at + 1]));

    /// <summary>The positions where so many layers follow one another. Those inside one <c>Sequential</c> are seen in its own chain and not once more where it is called.</summary>
    public IEnumerable<int> Windows(int length)
    {
        for (var start = 0; start + length <= steps.Count; start++)
        {
            if (!inFlow || steps[start].Container is not { } container || Enumerable.Range(start, length).Any(i => steps[i].Container != container))
                yield return start;
        }
    }
}
