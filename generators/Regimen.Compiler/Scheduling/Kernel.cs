using System.Collections.Immutable;
using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;

namespace Regimen.Compiler.Scheduling;

/// <summary>A value that a kernel writes.</summary>
/// <param name="Target">Where to.</param>
/// <param name="Address">Which element, for a turn of the loops.</param>
/// <param name="Value">What.</param>
internal sealed record KernelStore(Storage Target, Affine Address, Lowered Value);

/// <summary>A reduction across units of work: each chunk of a kernel leaves a partial result, which are joined in order when all are there.</summary>
/// <param name="Reduction">How.</param>
/// <param name="Targets">The joined results: one, or mean and variance.</param>
/// <param name="Address">Which element of them, for a turn of the loops.</param>
/// <param name="Value">What is joined.</param>
/// <param name="Joined">How many elements are joined into one.</param>
internal sealed record KernelPartial(Reduction Reduction, ImmutableArray<Storage> Targets, Affine Address, Lowered Value, Extent Joined)
{
    /// <summary>Elements of a result.</summary>
    public Extent Count => Targets[0].Type.Count;
}

/// <summary>How a kernel's loops are divided between the library's driver and its own text.</summary>
internal enum KernelForm
{
    /// <summary>One long axis of lanes, and nothing that is the same along it but scalars.</summary>
    Flat,

    /// <summary>Lanes outside, rows inside: what belongs to a lane is loaded once, sums over rows stay in registers.</summary>
    Lanes,

    /// <summary>A unit of work sweeps over its lanes, once for each reduction along them.</summary>
    Units,
}

/// <summary>One pass: its loops, and what it reads, computes, writes and joins in a turn of them.</summary>
internal sealed class Kernel
{
    public Kernel(IReadOnlyList<Formula> computes, ImmutableArray<KernelStore> stores, ImmutableArray<KernelPartial> partials, IReadOnlyList<Loop> loops, int domainLoops, IEnumerable<Site> sites, TensorType domain)
    {
        Sites = [.. sites.OrderBy(site => site.Position < 0 ? int.MaxValue : site.Position).ThenBy(site => site.Phase)];
        Domain = domain;
        (Computes, Stores, Partials) = ([.. computes], stores, partials);
        Nodes = InOrder(stores.Select(store => store.Value).Concat(partials.Select(partial => partial.Value)));
        Nest = new LoopNest(this, loops, domainLoops);
    }

    /// <summary>The formulas that it computes.</summary>
    public ImmutableArray<Formula> Computes { get; }

    /// <summary>What they belong to, in order.</summary>
    public ImmutableArray<Site> Sites { get; }

    /// <summary>The axes that it runs over.</summary>
    public TensorType Domain { get; }

    public ImmutableArray<KernelStore> Stores { get; }

    public ImmutableArray<KernelPartial> Partials { get; }

    /// <summary>Everything it computes in a turn, operands first.</summary>
    public ImmutableArray<Lowered> Nodes { get; }

    /// <summary>Its loops.</summary>
    public LoopNest Nest { get; }

    public IEnumerable<LoweredLoad> Loads => Nodes.OfType<LoweredLoad>();

    public IEnumerable<LoweredReduce> Reductions => Nodes.OfType<LoweredReduce>();

    /// <summary>All indices that occur.</summary>
    public IEnumerable<Affine> Indices
    {
        get
        {
            foreach (var node in Nodes)
            {
                if (node is LoweredLoad load)
                    yield return load.Address;
                if (node is LoweredIndex index)
                    yield return index.Index;
                if (node is LoweredReduce { Reduction: Reduction.ArgMaximum } reduce)
                    yield return reduce.Position;
                foreach (var bound in BoundsOf(node))
                    yield return bound.Index;
            }

            foreach (var store in Stores)
                yield return store.Address;
            foreach (var partial in Partials)
                yield return partial.Address;
        }
    }

    public static ImmutableArray<Bound> BoundsOf(Lowered node) => node switch
    {
        LoweredLoad load => load.Bounds,
        LoweredGuard guard => guard.Bounds,
        _ => [],
    };

    private static ImmutableArray<Lowered> InOrder(IEnumerable<Lowered> roots)
    {
        var order = ImmutableArray.CreateBuilder<Lowered>();
        var seen = new HashSet<Lowered>();
        foreach (var root in roots)
            Visit(root);
        return order.ToImmutable();

        void Visit(Lowered node)
        {
            if (!seen.Add(node))
                return;
            foreach (var operand in node.Operands)
                Visit(operand);
            order.Add(node);
        }
    }
}
