using System.Collections.Immutable;
using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;

namespace Regimen.Compiler.Scheduling;

/// <summary>
/// From what a program leaves behind to the passes and calls that make it. Values in memory that run over the same axes and read something in
/// common are made in one pass, wherever they stand in the graph.
/// </summary>
internal sealed class Scheduler
{
    private readonly Materialization memory;
    private readonly List<Draft> drafts = [];
    private readonly Dictionary<Storage, int> producers = [];

    private Scheduler(Materialization memory) => this.memory = memory;

    /// <summary>Schedules a program.</summary>
    /// <param name="graph">What it leaves behind.</param>
    /// <param name="trivially">One pass per formula, nothing shared: the twin that the real schedule is held against.</param>
    public static Schedule Schedule(StepGraph graph, bool trivially = false)
    {
        var roots = Expansion.Expand(Simplifier.Simplify([.. graph.Assignments.Select(assignment => assignment.Value)]));
        Legality.Check(roots);
        var memory = new Materialization(roots, [.. graph.Assignments.Select(assignment => assignment.Target)], graph.Storages, trivially);
        var scheduler = new Scheduler(memory);
        return scheduler.Run(trivially, [.. graph.Assignments.Select(assignment => assignment.Target.Key)]);
    }

    private Schedule Run(bool trivially, ImmutableHashSet<string> results)
    {
        foreach (var node in memory.Order)
        {
            switch (node)
            {
                case LibraryCall or ScatterAdd:
                    Add(new Draft(node, null), [.. node.Operands.Select(StorageOf)], [memory.Of(node)!]);
                    break;
                case Part part when memory.Of(part) is { } storage:
                    Place(part, storage, part.Operand.Operand.Type, trivially);
                    break;
                case not Input when memory.Of(node) is { } storage:
                    Place(node, storage, node is Reduce reduce && Expansion.CrossesUnits(reduce) ? reduce.Operand.Type : node.Type, trivially);
                    break;
            }
        }

        foreach (var (target, value) in memory.Copies)
            Place(value, target, value.Type, trivially);

        PairConvolutionGradients();
        var steps = ImmutableArray.CreateBuilder<ScheduledStep>();
        foreach (var draft in drafts)
            steps.Add(Finish(draft));
        return new Schedule(steps.ToImmutable(), [.. memory.Storages.Concat(steps.SelectMany(Scheduling.Schedule.Writes)).GroupBy(storage => storage.Key).Select(same => same.First())], results);
    }

    /// <summary>Both gradients of a convolution are one call of the library: the later one follows the earlier at once, as it needs nothing else.</summary>
    private void PairConvolutionGradients()
    {
        for (var at = 0; at < drafts.Count; at++)
        {
            if (drafts[at].First is not (ConvolutionImagesGradient or ConvolutionKernelsGradient))
                continue;
            var partner = drafts.FindIndex(at + 1, other => other.First is ConvolutionImagesGradient or ConvolutionKernelsGradient
                && other.First.GetType() != drafts[at].First.GetType() && other.First.Operand == drafts[at].First.Operand);
            if (partner < 0)
                continue;
            var moved = drafts[partner];
            drafts.RemoveAt(partner);
            drafts.Insert(at + 1, moved);
            at++;
        }
    }

    private void Place(Formula node, Storage storage, TensorType domain, bool trivially)
    {
        var (needs, sweeps) = Needs(node);
        if (node is Part part && drafts.Find(draft => draft.Nodes.Any(made => made.Node is Part other && other.Operand == part.Operand)) is { } sibling)
        {
            sibling.Add(node, storage, domain, sweeps);
            sibling.Writes.Add(storage);
            producers[storage] = drafts.IndexOf(sibling);
            return;
        }

        var isState = storage.Home == Home.State;
        var after = needs.Select(need => producers.TryGetValue(need, out var at) ? at : -1).DefaultIfEmpty(-1).Max();

        // New state is written after everyone who reads the old one.
        if (isState)
        {
            for (var at = drafts.Count - 1; at > after; at--)
            {
                if (drafts[at].Reads.Contains(storage))
                {
                    after = at;
                    break;
                }
            }
        }

        for (var at = drafts.Count - 1; at >= Math.Max(0, after) && !trivially; at--)
        {
            var draft = drafts[at];
            if (draft.Domain is null || !draft.Takes(domain, sweeps) || (at == after && !MayJoin(draft, needs)))
                continue;
            if (!IsSmall(domain) && !needs.Any(need => draft.Reads.Contains(need) || draft.Writes.Contains(need)))
                continue;
            if (ReadsOldStateWritten(draft, needs))
                continue;
            draft.Add(node, storage, domain, sweeps);
            draft.Reads.UnionWith(needs.Where(need => !draft.Writes.Contains(need)));
            draft.Writes.Add(storage);
            producers[storage] = at;
            return;
        }

        var created = new Draft(node, domain);
        created.Add(node, storage, domain, sweeps);
        Add(created, needs, [storage]);
    }

    /// <summary>Passes so short that starting one costs more than what it does.</summary>
    private static bool IsSmall(TensorType domain) => !domain.Count.PerSample && domain.Count.Count <= 4_096;

    /// <summary>A pass that makes something this needs may make this too, unless it is joined only when the pass is over.</summary>
    private static bool MayJoin(Draft draft, HashSet<Storage> needs)
    {
        foreach (var (made, storage) in draft.Nodes)
        {
            if (needs.Contains(storage) && (IsJoined(made) || made.Type.Count != draft.Domain!.Count))
                return false;
        }

        return true;
    }

    private static bool ReadsOldStateWritten(Draft draft, HashSet<Storage> needs) =>
        draft.Nodes.Any(made => made.Storage.Home == Home.State && needs.Contains(made.Storage) && IsJoined(made.Node));

    private static bool IsJoined(Formula node) => node is Part or Reduce && Expansion.CrossesUnits(node is Part ? (Reduce)node.Operand : (Reduce)node);

    /// <summary>What a value reads from memory to be computed, and what it sweeps over within a unit.</summary>
    private (HashSet<Storage> Needs, HashSet<Sweep> Sweeps) Needs(Formula root)
    {
        var needs = new HashSet<Storage>();
        var sweeps = new HashSet<Sweep>();
        if (root is Reduce own && !Expansion.CrossesUnits(own) && !Lowering.IsWrittenOut(own))
            sweeps.Add(Sweep.Of(own));
        var open = new Stack<Formula>(memory.Of(root) is not null && root is Input ? [root] : root.Operands);
        var seen = new HashSet<Formula>();
        while (open.Count > 0)
        {
            var node = open.Pop();
            if (!seen.Add(node))
                continue;
            if (memory.Of(node) is { } storage)
            {
                needs.Add(storage);
                continue;
            }

            if (node is Reduce sweep && !Lowering.IsWrittenOut(sweep))
                sweeps.Add(Sweep.Of(sweep));
            foreach (var operand in node.Operands)
                open.Push(operand);
        }

        return (needs, sweeps);
    }

    private Storage StorageOf(Formula operand)
    {
        var node = operand;
        while (node is Reshape && memory.Of(node) is null)
            node = node.Operand;
        return Materialization.View(memory.Of(node)!, operand.Type);
    }

    private void Add(Draft draft, IEnumerable<Storage> reads, IEnumerable<Storage> writes)
    {
        draft.Reads.UnionWith(reads);
        foreach (var storage in writes)
        {
            draft.Writes.Add(storage);
            producers[storage] = drafts.Count;
        }

        drafts.Add(draft);
    }

    private ScheduledStep Finish(Draft draft)
    {
        var site = draft.First.Site;
        switch (draft.First)
        {
            case LibraryCall call when draft.Domain is null:
                return new LibraryStep(call, [.. call.Operands.Select(StorageOf)], memory.Of(call)!, site);
            case ScatterAdd scatter when draft.Domain is null:
                return new ScatterStep(scatter, StorageOf(scatter.Values), StorageOf(scatter.Positions), memory.Of(scatter)!, site);
        }

        return new KernelStep(KernelBuilder.Build(draft.Domain!, draft.Nodes, memory), site);
    }

    /// <summary>A pass in the making, or a call.</summary>
    private sealed class Draft(Formula first, TensorType? domain)
    {
        public Formula First { get; } = first;

        /// <summary>The axes that the pass runs over; null for a call.</summary>
        public TensorType? Domain { get; private set; } = domain;

        public List<(Formula Node, Storage Storage)> Nodes { get; } = [];

        public HashSet<Storage> Reads { get; } = [];

        public HashSet<Storage> Writes { get; } = [];

        private HashSet<Sweep> Sweeps { get; } = [];

        public void Add(Formula node, Storage storage, TensorType domain, HashSet<Sweep> sweeps)
        {
            Nodes.Add((node, storage));
            Sweeps.UnionWith(sweeps);
            if (IsPartOf(Domain!, domain))
                Domain = domain;
        }

        /// <summary>
        /// Whether a value over the given axes can be made in this pass: over the same axes, or over those that are left when a unit of work
        /// has swept over the rest.
        /// </summary>
        public bool Takes(TensorType domain, HashSet<Sweep> sweeps) =>
            Sweeps.Concat(sweeps).Distinct().Count() <= 1
            && (Domain!.Axes.Where(axis => !axis.IsOne).SequenceEqual(domain.Axes.Where(axis => !axis.IsOne))
                || (IsPartOf(domain, Domain) && sweeps.Any(sweep => sweep.Over.Axes == Domain.Axes))
                || (IsPartOf(Domain, domain) && Sweeps.Any(sweep => sweep.Over.Axes == domain.Axes)));

        private static bool IsPartOf(TensorType part, TensorType whole) =>
            part.Rank == whole.Rank && Enumerable.Range(0, part.Rank).All(axis => part.Axes[axis] == whole.Axes[axis] || part.Axes[axis].IsOne);
    }

    /// <summary>A sweep within a unit: over what, along which axes.</summary>
    private readonly record struct Sweep(TensorType Over, Model.EquatableArray<int> Axes)
    {
        public static Sweep Of(Reduce reduce) => new(reduce.Operand.Type.With(ElementType.Real), reduce.Axes);
    }
}
