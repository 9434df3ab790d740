namespace Regimen.Analyzers.TorchSharp.Modules;

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
