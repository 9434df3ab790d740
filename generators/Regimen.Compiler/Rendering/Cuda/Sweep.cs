using System.Collections.Immutable;
using Regimen.Compiler.Formulas;
using Regimen.Compiler.Scheduling;

namespace Regimen.Compiler.Rendering.Cuda;

/// <summary>A pass over some loops of a turn.</summary>
/// <param name="Groups">The loops, outermost first.</param>
/// <param name="HasLanes">Whether the threads that share the turn run through them together.</param>
/// <param name="Reductions">What is joined over them.</param>
/// <param name="Stores">What is written along them.</param>
/// <param name="Partials">What is joined across turns.</param>
internal sealed record Sweep(ImmutableArray<LoopGroup> Groups, bool HasLanes, ImmutableArray<LoweredReduce> Reductions, ImmutableArray<KernelStore> Stores, ImmutableArray<KernelPartial> Partials)
{
    /// <summary>What has to be computed.</summary>
    public IEnumerable<Lowered> Roots => Reductions.Select(reduction => reduction.Operands[0])
        .Concat(Stores.Select(store => store.Value)).Concat(Partials.Select(partial => partial.Value));

    /// <summary>The sweeps whose values are known after those of the levels before, each over loops of its own.</summary>
    public static IEnumerable<Sweep> Of(Kernel kernel, KernelNodes nodes, ThreadMapping mapping, int level)
    {
        var reductions = kernel.Reductions.Where(reduction => nodes.LevelOf(reduction.Operands[0]) == level).ToLookup(reduction => SweptBy(reduction));
        var stores = kernel.Stores.Where(store => nodes.LevelOf(store.Value) == level).ToLookup(store => Swept(store.Value.Loops | store.Address.Loops));
        var partials = kernel.Partials.Where(partial => nodes.LevelOf(partial.Value) == level).ToLookup(partial => Swept(partial.Value.Loops | partial.Address.Loops));

        // What is the same for the whole turn is written at its end, without a sweep.
        var sets = reductions.Select(group => group.Key)
            .Concat(stores.Concat<IGrouping<LoopSet, object>>(partials).Select(group => group.Key).Where(set => !set.IsEmpty))
            .Distinct().OrderBy(set => set.Bits);
        foreach (var set in sets)
        {
            var groups = mapping.Inner.Concat(mapping.IsShared && mapping.Lane is { } lane ? [lane] : []).Where(group => set.Meets(group.Loops)).ToImmutableArray();
            yield return new Sweep(
                groups,
                mapping.IsShared && groups.Contains(mapping.Lane!),
                [.. reductions[set]],
                set.IsEmpty ? [] : [.. stores[set]],
                set.IsEmpty ? [] : [.. partials[set]]);
        }

        LoopSet SweptBy(LoweredReduce reduction)
        {
            var inner = reduction.Over & mapping.InnerLoops;
            if (inner != reduction.Over || !(reduction.Operands[0].Loops & mapping.InnerLoops).Within(inner))
                throw new IllegalFormulaException($"A {reduction.Reduction} over some loops of a unit changes with others of them.");
            return Swept(reduction.Over);
        }

        LoopSet Swept(LoopSet loops)
        {
            var groups = mapping.Inner.Concat(mapping.IsShared && mapping.Lane is { } lane ? [lane] : []);
            return ThreadMapping.LoopsOf(groups.Where(group => loops.Meets(group.Loops)));
        }
    }
}
