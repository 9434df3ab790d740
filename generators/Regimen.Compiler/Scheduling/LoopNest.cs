using System.Collections.Immutable;
using Regimen.Compiler.Formulas;

namespace Regimen.Compiler.Scheduling;

/// <summary>Neighbouring loops that run as one, since every index counts through them as through one.</summary>
/// <param name="Inner">The innermost of them, whose factors are the group's.</param>
/// <param name="Loops">All of them.</param>
/// <param name="Size">The product of their sizes.</param>
internal sealed record LoopGroup(Loop Inner, LoopSet Loops, Extent Size);

/// <summary>Which loops of a kernel the driver runs as units of work, which are rows within a unit, and which one the lanes lie along.</summary>
internal sealed class LoopNest
{
    private readonly Kernel kernel;
    private readonly ImmutableArray<Affine> indices;
    private readonly LoopSet inDivisions;

    public LoopNest(Kernel kernel, IReadOnlyList<Loop> loops, int domainLoops)
    {
        this.kernel = kernel;
        indices = [.. kernel.Indices.Distinct()];
        foreach (var index in indices)
        {
            foreach (var (variable, _) in index.Terms)
                inDivisions |= variable is Division division ? division.Loops : LoopSet.None;
        }

        var used = LoopSet.None;
        foreach (var index in indices)
            used |= index.Loops;
        foreach (var reduction in kernel.Reductions)
            used |= reduction.Over;
        var all = loops.Where(used.Contains).ToArray();
        var lane = LaneOf(all, domainLoops);
        var reduced = LoopSet.None;
        foreach (var reduction in kernel.Reductions)
            reduced |= reduction.Over;
        if (lane is null)
        {
            Form = KernelForm.Flat;
        }
        else if (reduced.Contains(lane) || lane.Number >= domainLoops)
        {
            Form = KernelForm.Units;
            Units = Groups([.. all.Where(loop => loop != lane && !reduced.Contains(loop) && loop.Number < domainLoops)]);
            var inner = Groups([.. all.Where(loop => loop != lane && (reduced.Contains(loop) || loop.Number >= domainLoops)), lane]);
            (Rows, Lane) = (inner.RemoveAt(inner.Length - 1), inner[inner.Length - 1]);
        }
        else
        {
            var others = all.Where(loop => loop != lane).ToArray();
            var inner = others.Where(reduced.Contains).ToArray();
            if (inner.Length > 0)
            {
                Form = KernelForm.Lanes;
                (Units, Rows, Lane) = (Groups([.. others.Where(loop => !reduced.Contains(loop))]), Groups(inner), new LoopGroup(lane, lane.Loops, lane.Size));
            }
            else
            {
                var groups = Groups([.. others, lane]);
                Lane = groups[groups.Length - 1];
                Form = groups.Length == 1 ? KernelForm.Flat : KernelForm.Lanes;
                Rows = groups.Length == 1 ? [] : [groups[groups.Length - 2]];
                Units = groups.Length <= 2 ? [] : groups.RemoveRange(groups.Length - 2, 2);
            }
        }
    }

    public KernelForm Form { get; }

    /// <summary>The loops whose turns are units of work; none where blocks of rows, or of lanes, are.</summary>
    public ImmutableArray<LoopGroup> Units { get; } = [];

    /// <summary>The loops within a unit.</summary>
    public ImmutableArray<LoopGroup> Rows { get; } = [];

    /// <summary>The loop that the lanes lie along; none for a single value.</summary>
    public LoopGroup? Lane { get; }

    /// <summary>Whether units are blocks of rows.</summary>
    public bool BlocksRows => Form == KernelForm.Lanes && Units.IsEmpty && !kernel.Reductions.Any();

    /// <summary>The groups, outermost first.</summary>
    public IEnumerable<LoopGroup> All => Lane is null ? Units.Concat(Rows) : Units.Concat(Rows).Append(Lane);

    public LoopSet LaneLoops => Lane?.Loops ?? LoopSet.None;

    public LoopSet RowLoops => Rows.Aggregate(LoopSet.None, (set, group) => set | group.Loops);

    public LoopSet UnitLoops => Units.Aggregate(LoopSet.None, (set, group) => set | group.Loops);

    /// <summary>The loop along which most accesses are neighbours.</summary>
    private Loop? LaneOf(Loop[] loops, int domainLoops)
    {
        Loop? best = null;
        var bestScore = double.NegativeInfinity;
        foreach (var loop in loops)
        {
            if (inDivisions.Contains(loop))
                continue;
            var score = kernel.Loads.Sum(load => Score(load.Address)) + kernel.Stores.Sum(store => Score(store.Address)) + kernel.Partials.Sum(partial => Score(partial.Address));
            score += loop.Number < domainLoops ? 0.25 : 0; // What is written lies along the domain.
            if (loop.Size.PerSample && loops.Length > 1)
                score -= 1;
            if (score >= bestScore)
                (best, bestScore) = (loop, score);

            double Score(Affine address) => address.FactorOf(loop) switch
            {
                0 => 0,
                1 => 1,
                _ => -0.5,
            };
        }

        return best;
    }

    /// <summary>Joins neighbours, innermost first.</summary>
    private ImmutableArray<LoopGroup> Groups(IReadOnlyList<Loop> loops)
    {
        var groups = new List<LoopGroup>();
        for (var index = loops.Count - 1; index >= 0; index--)
        {
            var loop = loops[index];
            if (groups.Count > 0 && Joins(loop, groups[0]))
                groups[0] = new LoopGroup(groups[0].Inner, groups[0].Loops | loop.Loops, TensorType.Product([loop.Size, groups[0].Size]));
            else
                groups.Insert(0, new LoopGroup(loop, loop.Loops, loop.Size));
        }

        return [.. groups];
    }

    private bool Joins(Loop outer, LoopGroup group)
    {
        if (group.Size.PerSample || inDivisions.Contains(outer) || inDivisions.Meets(group.Loops))
            return false;
        foreach (var index in indices)
        {
            if (index.FactorOf(outer) != index.FactorOf(group.Inner) * group.Size.Count)
                return false;
        }

        foreach (var reduction in kernel.Reductions)
        {
            if (reduction.Over.Contains(outer) != reduction.Over.Contains(group.Inner))
                return false;
        }

        // Draws and bounds hold their indices among the others; a partial result's kept loops are told by its address.
        return true;
    }
}
