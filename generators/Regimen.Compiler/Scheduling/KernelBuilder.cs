using System.Collections.Immutable;
using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;

namespace Regimen.Compiler.Scheduling;

/// <summary>Lowers the values that one pass makes.</summary>
internal static class KernelBuilder
{
    public static Kernel Build(TensorType domain, IReadOnlyList<(Formula Node, Storage Storage)> values, Materialization memory)
    {
        var made = new HashSet<Formula>(values.Select(value => value.Node).Where(node => node is not Input));
        var lowering = new Lowering(domain, node => made.Contains(node) ? null : memory.Of(node), KeptAxes(domain, values));
        return lowering.Run(turns =>
        {
            var stores = ImmutableArray.CreateBuilder<KernelStore>();
            var partials = ImmutableArray.CreateBuilder<KernelPartial>();
            foreach (var (node, storage) in values)
            {
                var reduce = node as Reduce ?? (node as Part)?.Operand as Reduce;
                if (reduce is null || !Expansion.CrossesUnits(reduce))
                {
                    foreach (var turn in TurnsOf(node.Type, domain, turns))
                        stores.Add(new KernelStore(storage, AddressOf(storage, turn), node is Input ? lowering.Lower(node, turn) : lowering.LowerRoot(node, turn)));
                    continue;
                }

                if (node is Part { Index: 1 } && partials.Any(partial => partial.Reduction == Reduction.Moments && partial.Targets.Length == 2 && partial.Targets[1] == storage))
                    continue;
                partials.Add(PartialOf(lowering, domain, turns, reduce, TargetsOf(node, storage, values)));
            }

            return new Kernel([.. values.Select(value => value.Node)], stores.ToImmutable(), partials.ToImmutable(), lowering.Loops, lowering.DomainLoops, lowering.Sites.Count > 0 ? lowering.Sites : values.Select(value => value.Node.Site ?? (value.Node as Part)?.Operand.Site).OfType<Site>(), domain);
        });
    }

    /// <summary>The axes that some reduction across units keeps.</summary>
    private static ImmutableHashSet<int> KeptAxes(TensorType domain, IReadOnlyList<(Formula Node, Storage Storage)> values)
    {
        var kept = ImmutableHashSet.CreateBuilder<int>();
        foreach (var (node, _) in values)
        {
            if ((node as Reduce ?? (node as Part)?.Operand as Reduce) is not { } reduce || !Expansion.CrossesUnits(reduce))
                continue;
            var axes = reduce.Operand.Type.Axes;

            // Operands without the domain's axes of one element correspond in order; which of its axes is which does not matter then.
            kept.UnionWith(Enumerable.Range(0, domain.Rank).Where(axis => axes.Count != domain.Rank || (!axes[axis].IsOne && !reduce.Axes.Contains(axis))));
        }

        return kept.ToImmutable();
    }

    /// <summary>Both parts of moments are made together, whoever asked first.</summary>
    private static ImmutableArray<Storage> TargetsOf(Formula node, Storage storage, IReadOnlyList<(Formula Node, Storage Storage)> values)
    {
        if (node is not Part part)
            return [storage];
        var other = values.FirstOrDefault(value => value.Node is Part candidate && candidate.Operand == part.Operand && candidate.Index != part.Index).Storage
            ?? new Storage(storage.Key + (part.Index == 0 ? "Variance" : "Mean"), storage.Type, Home.Arena);
        return part.Index == 0 ? [storage, other] : [other, storage];
    }

    private static KernelPartial PartialOf(Lowering lowering, TensorType domain, ImmutableArray<Affine[]> turns, Reduce reduce, ImmutableArray<Storage> targets)
    {
        if (turns.Length > 1 && reduce.Reduction != Reduction.Sum)
            throw new IllegalFormulaException($"{reduce} over windows that are written out.");
        Lowered? value = null;
        foreach (var turn in TurnsOf(reduce.Operand.Type, domain, turns))
        {
            var term = lowering.Lower(reduce.Operand, turn);
            value = value is null ? term : lowering.Sum(value, term);
        }

        var kept = TurnsOf(reduce.Operand.Type, domain, turns).First().Select((index, axis) => reduce.Axes.Contains(axis) ? Affine.Of(0) : index).ToArray();
        return new KernelPartial(reduce.Reduction, targets, AddressOf(targets[0], kept), value!, reduce.Joined);
    }

    /// <summary>The indices of a value in the turns that are written out, each once; along axes where it has one element, 0.</summary>
    private static IEnumerable<Affine[]> TurnsOf(TensorType type, TensorType domain, ImmutableArray<Affine[]> turns)
    {
        var seen = new HashSet<object>();
        var isAligned = type.Rank == domain.Rank && Enumerable.Range(0, type.Rank).All(axis => type.Axes[axis].IsOne || type.Axes[axis] == domain.Axes[axis]);
        foreach (var turn in turns)
        {
            // Axes of one element may be written or not; the others correspond in order.
            var own = new Affine[type.Rank];
            var from = 0;
            for (var axis = 0; axis < type.Rank; axis++)
            {
                own[axis] = Affine.Of(0);
                if (isAligned)
                    from = axis;
                if (type.Axes[axis].IsOne)
                    continue;
                while (domain.Axes[from] != type.Axes[axis])
                    from++;
                own[axis] = turn[from++];
            }

            if (seen.Add(Sequence.Key(own)))
                yield return own;
        }
    }

    private static Affine AddressOf(Storage storage, Affine[] index)
    {
        var address = Affine.Of(0);
        for (var axis = 0; axis < index.Length; axis++)
        {
            if (!storage.Type.Axes[axis].IsOne)
                address += index[axis] * storage.Stride(axis);
        }

        return address;
    }
}
