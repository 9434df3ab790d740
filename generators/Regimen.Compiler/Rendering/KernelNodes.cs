using Regimen.Compiler.Scheduling;

namespace Regimen.Compiler.Rendering;

/// <summary>What every renderer asks of a kernel's nodes.</summary>
internal sealed class KernelNodes
{
    private readonly Dictionary<Lowered, int> levels = [];
    private readonly Dictionary<Lowered, int> uses = [];

    public KernelNodes(Kernel kernel)
    {
        foreach (var node in kernel.Nodes)
        {
            levels[node] = node.Operands.Select(operand => levels[operand] + (node is LoweredReduce ? 1 : 0)).DefaultIfEmpty(0).Max();
            foreach (var operand in node.Operands)
                Use(operand);
        }

        foreach (var root in kernel.Stores.Select(store => store.Value).Concat(kernel.Partials.Select(partial => partial.Value)))
            Use(root);
    }

    /// <summary>The sweeps that must be over.</summary>
    public int LastLevel => levels.Values.DefaultIfEmpty(0).Max();

    /// <summary>How many sweeps within a unit must be over before a value is known.</summary>
    public int LevelOf(Lowered node) => levels[node];

    /// <summary>How often a value is read, stored or joined.</summary>
    public int UsesOf(Lowered node) => uses.TryGetValue(node, out var count) ? count : 0;

    private void Use(Lowered node) => uses[node] = UsesOf(node) + 1;
}
