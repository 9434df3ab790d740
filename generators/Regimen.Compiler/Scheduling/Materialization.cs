using System.Collections.Immutable;
using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;

namespace Regimen.Compiler.Scheduling;

/// <summary>
/// Which values lie in memory. The others are computed where they are read, as often as they are read. A value lies in memory if a library
/// makes or reads it, if it is a result, if it is joined across units of work, if it is the same for all units of the pass that reads it, or if
/// computing it again would read more than reading it.
/// </summary>
internal sealed class Materialization
{
    /// <summary>A value that needs this many values of its own size is kept when several read it.</summary>
    private const int ManyReads = 3;

    private readonly Dictionary<Formula, Storage> stored = [];
    private readonly Dictionary<string, Storage> byKey;
    private readonly Dictionary<Formula, int> readers = [];
    private readonly Dictionary<Formula, int> reads = [];
    private readonly Dictionary<Formula, bool> readsMemory = [];
    private readonly NameSource names;
    private readonly bool trivially;

    /// <param name="roots">What the program leaves behind.</param>
    /// <param name="targets">Where that goes, in the same order.</param>
    /// <param name="storages">What inputs read.</param>
    /// <param name="trivially">Whether every formula is a pass of its own.</param>
    public Materialization(IReadOnlyList<Formula> roots, IReadOnlyList<Storage> targets, IEnumerable<Storage> storages, bool trivially)
    {
        this.trivially = trivially;
        byKey = storages.ToDictionary(storage => storage.Key);
        names = new NameSource(byKey.Keys);
        Order = Traversal.InOrder(roots);
        foreach (var node in Order)
        {
            foreach (var operand in node.Operands)
                readers[operand] = readers.TryGetValue(operand, out var count) ? count + 1 : 1;
        }

        for (var root = 0; root < roots.Count; root++)
        {
            // What is reshaped before it is left behind is made in its own axes. A second target of one value, and a value that is stored
            // already, are copied by a pass.
            var value = roots[root];
            while (value is Reshape)
                value = value.Operand;
            if (!stored.ContainsKey(value) && value is not Input)
                stored.Add(value, View(targets[root], value.Type));
            else
                Copies.Add((targets[root], roots[root]));
        }

        foreach (var node in Order)
            Decide(node);
    }

    /// <summary>Every node, operands first.</summary>
    public IReadOnlyList<Formula> Order { get; }

    /// <summary>Targets whose value lies elsewhere too.</summary>
    public List<(Storage Target, Formula Value)> Copies { get; } = [];

    /// <summary>Where a value lies; null if it is computed where it is read.</summary>
    public Storage? Of(Formula node) => stored.TryGetValue(node, out var storage)
        ? storage
        : node is Input input ? byKey[input.Key] : null;

    /// <summary>Everything that the schedule and the graph have in memory.</summary>
    public IEnumerable<Storage> Storages => byKey.Values.Concat(stored.Values).Distinct();

    /// <summary>The view of a stored value with other axes, where reshaping moves nothing.</summary>
    public static Storage View(Storage storage, TensorType type) => storage with { Type = type };

    private void Decide(Formula node)
    {
        switch (node)
        {
            case LibraryCall call:
                Keep(call, call is MatrixProduct ? Home.Arena : Home.Library);
                foreach (var operand in call.Operands)
                    KeepOperand(operand);
                break;
            case ScatterAdd scatter:
                Keep(scatter, Home.Arena);
                KeepOperand(scatter.Values);
                KeepOperand(scatter.Positions);
                break;
            case Gather gather:
                KeepOperand(gather.Table);
                break;
            case Transpose transpose when MovesLanes(transpose):
                // The lanes of one side are far apart on the other: moved once, both are read and written in order.
                if (transpose.Operand.Type.Element.IsFloating() && IsOfTheBatch(transpose.Operand))
                {
                    KeepOperand(transpose.Operand);
                    Keep(transpose, Home.Arena);
                }

                break;
            case Reduce reduce when Expansion.CrossesUnits(reduce):
                if (reduce.Parts == 1)
                    Keep(reduce, Home.Arena);
                break;
            case Reduce reduce when !Lowering.IsWrittenOut(reduce):
                // A unit sweeps over its lanes, and over all that is joined with them; other reductions are passes of their own.
                if (!ReducesLanes(reduce))
                    Keep(reduce, Home.Arena);
                else
                    KeepOtherSweeps(reduce, new Stack<Formula>(reduce.Operands));
                break;
            case Part { Operand: Reduce reduce } part when Expansion.CrossesUnits(reduce):
                Keep(part, Home.Arena);
                break;
            case Elementwise or Reduce or Cast when trivially && node.Type is { Element: ElementType.Real, Rank: > 0 }:
                Keep(node, Home.Arena);
                break;
        }

        if (node is not (Movement or Constant or Input or Coordinate))
        {
            foreach (var operand in node.Operands)
                KeepInvariants(operand, node is Reduce ? operand.Type : node.Type);
        }

        reads[node] = Of(node) is not null ? 1 : node.Operands.Where(operand => operand.Type.Count == node.Type.Count || operand is Broadcast).Sum(operand => reads[operand] > 0 && IsAsLarge(operand, node) ? reads[operand] : 0);
        if (!stored.ContainsKey(node) && node is Elementwise && reads[node] >= ManyReads && readers.TryGetValue(node, out var count) && count > 1 && node.Type.Element.IsFloating())
        {
            Keep(node, Home.Arena);
            reads[node] = 1;
        }
    }

    private static bool ReducesLanes(Reduce reduce) =>
        reduce.Axes.Contains(Enumerable.Range(0, reduce.Operand.Type.Rank).LastOrDefault(axis => !reduce.Operand.Type.Axes[axis].IsOne));

    /// <summary>Sweeps over other axes that a sweep is made of can't be part of the same unit.</summary>
    private void KeepOtherSweeps(Reduce sweep, Stack<Formula> open)
    {
        var seen = new HashSet<Formula>();
        while (open.Count > 0)
        {
            var node = open.Pop();
            if (Of(node) is not null || !seen.Add(node))
                continue;
            if (node is Reduce other && !Lowering.IsWrittenOut(other) && (other.Axes != sweep.Axes || other.Operand.Type.Axes != sweep.Operand.Type.Axes))
            {
                Keep(other, Home.Arena);
                continue;
            }

            foreach (var operand in node.Operands)
                open.Push(operand);
        }
    }

    private static bool MovesLanes(Transpose transpose)
    {
        var last = Enumerable.Range(0, transpose.Type.Rank).LastOrDefault(axis => !transpose.Type.Axes[axis].IsOne);
        var lastOfOperand = Enumerable.Range(0, transpose.Type.Rank).LastOrDefault(axis => !transpose.Operand.Type.Axes[axis].IsOne);
        return transpose.Permutation[last] != lastOfOperand;
    }

    /// <summary>Whether it is made of more than bytes of the data, which are gathered in any order.</summary>
    private bool IsOfTheBatch(Formula node) => node.Type.Count.PerSample && (Of(node) is not null || node.Operands.Any(operand => operand.Type.Element.IsFloating() && IsOfTheBatch(operand)));

    private static bool IsAsLarge(Formula operand, Formula node) => operand is Broadcast broadcast
        ? broadcast.Operand.Type.Count == node.Type.Count
        : operand.Type.Count == node.Type.Count;

    /// <summary>What is the same for all units of a pass is computed once, before it.</summary>
    private void KeepInvariants(Formula operand, TensorType domain)
    {
        // Only where a broadcast makes it larger does anything become invariant.
        if (operand is not Broadcast broadcast || domain.Rank == 0)
            return;
        var inner = broadcast.Operand;
        var outermost = Enumerable.Range(0, domain.Rank).FirstOrDefault(axis => !domain.Axes[axis].IsOne);
        if (!broadcast.Repeats(outermost))
            return;
        while (inner is Reshape or Transpose or Broadcast)
            inner = inner.Operand;
        if (IsComputed(inner) && ReadsMemory(inner))
            Keep(inner, Home.Arena);
    }

    /// <summary>Whether it is made of more than positions and numbers of the run, which every pass has at hand.</summary>
    private bool ReadsMemory(Formula node)
    {
        if (readsMemory.TryGetValue(node, out var answer))
            return answer;
        answer = node is Input input
            ? input.Type.Rank > 0 || byKey[input.Key].Home != Home.Given
            : Of(node) is not null || node.Operands.Any(ReadsMemory);
        readsMemory.Add(node, answer);
        return answer;
    }

    private bool IsComputed(Formula node) => Of(node) is null && node is Elementwise or Cast or Draw or Reduce;

    private void KeepOperand(Formula operand)
    {
        // A reshaping is another view of the same memory.
        while (operand is Reshape { Operand: not LibraryCall or MatrixProduct } reshape)
            operand = reshape.Operand;
        if (Of(operand) is null)
            Keep(operand, Home.Arena);
    }

    private void Keep(Formula node, Home home)
    {
        if (stored.ContainsKey(node) || node is Input)
            return;
        var name = names.Next(NameOf(node));

        // Positions are small whole numbers, which the program's own type holds exactly.
        var type = node.Type.Element == ElementType.Int32 ? node.Type.With(ElementType.Real) : node.Type;
        stored.Add(node, new Storage(name, type, home));
    }

    private static string NameOf(Formula node)
    {
        if (node.Name is { } name)
            return name;
        var stem = node.Site is { Title.Length: > 0 } site ? char.ToLowerInvariant(site.Title[0]) + site.Title.Substring(1) : "made";
        stem = string.Concat(stem.Where(char.IsLetterOrDigit));
        return stem + (node switch
        {
            Part { Index: 0 } => "Mean",
            Part => "Variance",
            Reduce => "Sum",
            _ when node.Site?.Phase == Phase.Backward => "Grad",
            _ => "",
        });
    }
}

/// <summary>Gives names out once.</summary>
internal sealed class NameSource(IEnumerable<string> taken)
{
    private readonly HashSet<string> given = [.. taken];

    /// <summary>The stem, or the stem and the first number that makes it new.</summary>
    public string Next(string stem)
    {
        if (given.Add(stem))
            return stem;
        for (var number = 2; ; number++)
        {
            var name = FormattableString.Invariant($"{stem}{number}");
            if (given.Add(name))
                return name;
        }
    }
}
