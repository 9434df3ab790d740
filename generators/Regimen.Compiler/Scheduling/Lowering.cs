using System.Collections.Immutable;
using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;

namespace Regimen.Compiler.Scheduling;

/// <summary>
/// Turns formulas with axes into what one turn of a kernel's loops computes. The loops run over the axes of a domain; where a formula needs an
/// axis in two parts (windows that tile it, a reshaping), the loop is split in two, and the inner one is written out if it is short.
/// </summary>
internal sealed class Lowering
{
    /// <summary>Windows and splits up to this length are written out.</summary>
    private const int LongestUnrolled = 16;

    private readonly Func<Formula, Storage?> stored;
    private readonly TensorType domain;
    private readonly ImmutableHashSet<int> kept;
    private readonly List<long>[] splits;
    private readonly Dictionary<Lowered, Lowered> unique = new(LoweredComparer.Instance);
    private readonly Dictionary<(Formula Node, object Index), Lowered> known = [];
    private readonly Dictionary<(Affine Value, long Divisor, bool IsRemainder), Division> divisions = [];
    private readonly List<Loop> loops = [];
    private readonly Dictionary<(int Axis, Extent Length), Loop> reductionLoops = [];
    private ImmutableArray<Affine[]> turns = [];

    /// <param name="domain">The axes that the loops run over.</param>
    /// <param name="stored">Where a value lies in memory; null for those that the kernel computes.</param>
    /// <param name="kept">Axes of the domain that are never written out: what is joined across units has an element for each of their turns.</param>
    public Lowering(TensorType domain, Func<Formula, Storage?> stored, ImmutableHashSet<int> kept)
    {
        (this.domain, this.stored, this.kept) = (domain, stored, kept);
        splits = [.. Enumerable.Range(0, domain.Rank).Select(_ => new List<long>())];
    }

    /// <summary>What the formulas belong to that were lowered.</summary>
    public HashSet<Site> Sites { get; } = [];

    /// <summary>The loops, outermost first: those of the domain, then those of reductions.</summary>
    public IReadOnlyList<Loop> Loops => loops;

    /// <summary>How many loops are the domain's.</summary>
    public int DomainLoops { get; private set; }

    /// <summary>
    /// Lowers with <paramref name="body"/>, again whenever a loop had to be split. The body is given the indices of the domain for each turn
    /// that is written out, one turn if none is.
    /// </summary>
    public T Run<T>(Func<ImmutableArray<Affine[]>, T> body)
    {
        while (true)
        {
            Restart();
            try
            {
                return body(turns);
            }
            catch (SplitException split)
            {
                splits[split.Axis].Insert(0, split.Inner);
            }
        }
    }

    /// <summary>The value of a formula at an index of its own axes.</summary>
    public Lowered Lower(Formula node, params Affine[] index) => Lower(node, index, []);

    /// <summary>The value of a formula even where it lies in memory already: what a kernel that writes it computes.</summary>
    public Lowered LowerRoot(Formula node, Affine[] index) => Compute(node, index, []);

    /// <summary>The sum of two values.</summary>
    public Lowered Sum(Lowered left, Lowered right) => Unique(new LoweredOperation(Operator.Add, left.Element, left, right));

    /// <summary>Whether a reduction is short enough to be written out: a window, never the lanes.</summary>
    public static bool IsWrittenOut(Reduce reduce) =>
        !reduce.Joined.PerSample && reduce.Joined.Count <= LongestUnrolled && !reduce.Axes.Contains(reduce.Operand.Type.Rank - 1) && !Expansion.CrossesUnits(reduce);

    private void Restart()
    {
        unique.Clear();
        Sites.Clear();
        known.Clear();
        divisions.Clear();
        loops.Clear();
        reductionLoops.Clear();
        IEnumerable<ImmutableArray<Affine>> written = [[]];
        for (var axis = 0; axis < domain.Rank; axis++)
        {
            var extent = domain.Axes[axis];
            var index = Affine.Of(0);
            long inner = 1;
            var outer = extent;
            var turnsOfAxis = new List<Affine>();
            foreach (var size in splits[axis])
                outer = new Extent(outer.Count / size, outer.PerSample);
            inner = splits[axis].Aggregate(1L, (product, size) => product * size);
            if (!outer.IsOne)
                index += Affine.Of(NewLoop(outer)) * inner;
            turnsOfAxis.Add(index);
            foreach (var size in splits[axis])
            {
                inner /= size;
                if (size <= 4 && !kept.Contains(axis))
                    turnsOfAxis = [.. turnsOfAxis.SelectMany(turn => Enumerable.Range(0, (int)size).Select(place => turn + (place * inner)))];
                else
                    turnsOfAxis = With(Affine.Of(NewLoop(size)) * inner, turnsOfAxis);
            }

            written = [.. written.SelectMany(before => turnsOfAxis.Select(turn => before.Add(turn)))];
        }

        turns = [.. written.Select(turn => turn.ToArray())];
        DomainLoops = loops.Count;
    }

    private static List<Affine> With(Affine term, List<Affine> indices) => [.. indices.Select(index => index + term)];

    private Loop NewLoop(Extent size)
    {
        var loop = new Loop(loops.Count, size);
        loops.Add(loop);
        return loop;
    }

    private Lowered Lower(Formula node, Affine[] index, ImmutableArray<Bound> bounds)
    {
        var key = (node, (object)(Sequence.Key(index), Sequence.Key(bounds)));
        if (!known.TryGetValue(key, out var lowered))
        {
            lowered = stored(node) is { } storage ? Load(storage, index, bounds) : Compute(node, index, bounds);
            known.Add(key, lowered);
        }

        return lowered;
    }

    private Lowered Load(Storage storage, Affine[] index, ImmutableArray<Bound> bounds, double outside = 0)
    {
        if (storage.Type.Rank == 0 && storage.Home == Home.Given)
            return Unique(new LoweredScalar(storage.Key, storage.Type.Element));
        var address = Affine.Of(0);
        for (var axis = 0; axis < index.Length; axis++)
        {
            if (!storage.Type.Axes[axis].IsOne)
                address += index[axis] * storage.Stride(axis);
        }

        return Unique(new LoweredLoad(storage, address, bounds, outside));
    }

    private Lowered Compute(Formula node, Affine[] index, ImmutableArray<Bound> bounds)
    {
        if (node.Site is { } site && node is not (Constant or Movement))
            Sites.Add(site);
        var lowered = node switch
        {
            Constant constant => new LoweredConstant(constant.Value, constant.Type.Element),
            Coordinate coordinate => new LoweredIndex(index[0], coordinate.Type.Element),
            Elementwise elementwise => new LoweredOperation(elementwise.Operator, node.Type.Element, [.. node.Operands.Select(operand => Lower(operand, index, bounds))]),
            Cast cast => new LoweredCast(Lower(cast.Operand, index, bounds), cast.Type.Element),
            Draw => new LoweredDraw([.. node.Operands.Select((operand, position) => position == 0 ? Lower(operand, [Affine.Of(0)], bounds) : Lower(operand, index, bounds))]),
            Broadcast broadcast => Lower(broadcast.Operand, OfBroadcast(broadcast, index), bounds),
            // What lies in memory is contiguous: other axes are another view of it, and no loop need be split.
            Reshape reshape when stored(reshape.Operand) is { Type.Rank: > 0 } storage => Load(storage with { Type = storage.Type.With(reshape.Type.Axes) }, index, bounds),
            Reshape reshape => Lower(reshape.Operand, OfReshape(reshape, index), bounds),
            Transpose transpose => Lower(transpose.Operand, OfTranspose(transpose, index), bounds),
            Slice slice => Lower(slice.Operand, Replace(index, slice.Axis, (index[slice.Axis] * slice.Step) + slice.Start), bounds),
            Pad pad => OfPad(pad, index, bounds),
            Unfold unfold => OfUnfold(unfold, index, bounds),
            Fold fold => OfFold(fold, index, bounds),
            Reduce reduce => OfReduce(reduce, index, bounds),
            Gather gather => OfGather(gather, index, bounds),
            _ => throw new IllegalFormulaException($"{node} has no place in a kernel."),
        };
        if (node.Name is not null && lowered.Name is null && lowered is not (LoweredConstant or LoweredScalar))
            lowered.Name = node.Name;
        return Unique(lowered);
    }

    private Lowered Unique(Lowered node)
    {
        node = Folding.Fold(node);
        if (unique.TryGetValue(node, out var existing))
            return existing;
        unique.Add(node, node);
        return node;
    }

    private static Affine[] OfBroadcast(Broadcast broadcast, Affine[] index) => broadcast.Operand.Type.Rank == 0
        ? []
        : [.. index.Select((position, axis) => broadcast.Repeats(axis) ? Affine.Of(0) : position)];

    private static Affine[] OfTranspose(Transpose transpose, Affine[] index)
    {
        var original = new Affine[index.Length];
        for (var axis = 0; axis < index.Length; axis++)
            original[transpose.Permutation[axis]] = index[axis];
        return original;
    }

    private static Affine[] Replace(Affine[] index, int axis, Affine position)
    {
        var replaced = (Affine[])index.Clone();
        replaced[axis] = position;
        return replaced;
    }

    private Affine[] OfReshape(Reshape reshape, Affine[] index)
    {
        var linear = Affine.Of(0);
        long stride = 1;
        for (var axis = index.Length - 1; axis >= 0; axis--)
        {
            linear += index[axis] * stride;
            stride *= reshape.Type.Axes[axis].Count;
        }

        var axes = reshape.Operand.Type.Axes;
        var original = new Affine[axes.Count];
        for (var axis = axes.Count - 1; axis >= 0; axis--)
        {
            if (axes[axis].IsOne)
            {
                original[axis] = Affine.Of(0);
                continue;
            }

            var isOutermost = Enumerable.Range(0, axis).All(outer => axes[outer].IsOne);
            (linear, original[axis]) = isOutermost ? (Affine.Of(0), linear) : Divide(linear, axes[axis].Count);
        }

        return original;
    }

    /// <summary>Quotient and remainder of an index that is never negative, by loops if they can be split for it.</summary>
    private (Affine Quotient, Affine Remainder) Divide(Affine value, long divisor)
    {
        Affine quotient = Affine.Of(Floor(value.Offset, divisor)), remainder = Affine.Of(value.Offset - (Floor(value.Offset, divisor) * divisor));
        var largest = remainder.Offset;
        var isExact = true;
        foreach (var (variable, factor) in value.Terms)
        {
            if (factor % divisor == 0)
            {
                quotient += Affine.Of(variable) * (factor / divisor);
                continue;
            }

            // The loop's turns up to one divisor are the remainder, whole divisors the quotient: two loops, if they come out even.
            if (variable is not Loop loop || loop.Size.PerSample || factor < 0)
            {
                isExact = false;
                continue;
            }

            if (factor * loop.Size.Count > divisor && divisor % factor == 0 && loop.Size.Count % (divisor / factor) == 0 && loop.Number < DomainLoops)
                throw Split(loop, divisor / factor);
            remainder += Affine.Of(variable) * factor;
            largest += factor * (loop.Size.Count - 1);
        }

        return isExact && largest < divisor
            ? (quotient, remainder)
            : (Affine.Of(Division(value, divisor, false)), Affine.Of(Division(value, divisor, true)));
    }

    private Division Division(Affine value, long divisor, bool isRemainder)
    {
        if (!divisions.TryGetValue((value, divisor, isRemainder), out var division))
            divisions.Add((value, divisor, isRemainder), division = new Division(value, divisor, isRemainder));
        return division;
    }

    private static long Floor(long value, long divisor) => value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor);

    private SplitException Split(Loop loop, long inner)
    {
        for (var axis = 0; axis < domain.Rank; axis++)
        {
            // Only the innermost loop of an axis is split: a factor inside of it would lie between the two halves.
            if (turns[0][axis].Terms is { Length: > 0 } terms && terms[0].Variable == loop)
                return new SplitException(axis, inner);
        }

        throw new IllegalFormulaException("A loop to be split is none of the domain's.");
    }

    private Lowered OfPad(Pad pad, Affine[] index, ImmutableArray<Bound> bounds)
    {
        var count = pad.Operand.Type.Axes[pad.Axis].Count;
        var from = index[pad.Axis] + -pad.Before;
        if (Math.Abs(pad.Step) != 1)
        {
            var step = Math.Abs(pad.Step);
            var (quotient, remainder) = Divide(pad.Step < 0 ? from * -1 : from, step);
            ImmutableArray<Bound> isThere = [new(remainder, 1), new(quotient, count)];
            return Guard(pad.Operand, Replace(index, pad.Axis, quotient), bounds, isThere, pad.Value);
        }

        from *= pad.Step;
        return Guard(pad.Operand, Replace(index, pad.Axis, from), bounds, [new(from, count)], pad.Value);
    }

    private Lowered OfUnfold(Unfold unfold, Affine[] index, ImmutableArray<Bound> bounds)
    {
        var window = unfold.Window;
        var at = (index[unfold.Axis] * window.Stride) + (index[unfold.Axis + 1] * window.Dilation) + -window.Padding;
        var original = index.ToList();
        original.RemoveAt(unfold.Axis + 1);
        original[unfold.Axis] = at;
        var overhangs = window.Padding > 0 || window.At(window.Positions - 1, window.Size - 1) >= window.Length;
        return overhangs
            ? Guard(unfold.Operand, [.. original], bounds, [new(at, window.Length)], unfold.Outside)
            : Lower(unfold.Operand, [.. original], bounds);
    }

    private Lowered OfFold(Fold fold, Affine[] index, ImmutableArray<Bound> bounds)
    {
        var window = fold.Window;
        if (window.Tiles && window.Positions * window.Size == window.Length)
        {
            var (position, place) = Divide(index[fold.Axis], window.Size);
            return Lower(fold.Operand, At(position, place), bounds);
        }

        // Each element gathers from the windows that it lies in, in the order of their places.
        Lowered? sum = null;
        for (var place = 0L; place < window.Size; place++)
        {
            var from = index[fold.Axis] + (window.Padding - (place * window.Dilation));
            var (position, rest) = window.Stride == 1 ? (from, Affine.Of(0)) : Divide(from, window.Stride);
            ImmutableArray<Bound> isThere = [.. rest.IsConstant && rest.Offset == 0 ? default(ReadOnlySpan<Bound>) : [new Bound(rest, 1)], new(position, window.Positions)];
            var term = Guard(fold.Operand, At(position, Affine.Of(place)), bounds, isThere, 0);
            sum = sum is null ? term : Unique(new LoweredOperation(Operator.Add, fold.Type.Element, sum, term));
        }

        return sum!;

        Affine[] At(Affine position, Affine place)
        {
            var original = index.ToList();
            original[fold.Axis] = position;
            original.Insert(fold.Axis + 1, place);
            return [.. original];
        }
    }

    /// <summary>A value that exists only within more bounds. What is read for it is not read beyond them.</summary>
    private Lowered Guard(Formula operand, Affine[] index, ImmutableArray<Bound> outer, ImmutableArray<Bound> inner, double outside)
    {
        if (inner.Any(bound => bound.Index.IsConstant && (bound.Index.Offset < 0 || bound.Index.Offset >= bound.Length)))
            return Unique(new LoweredConstant(outside, operand.Type.Element));
        inner = [.. inner.Where(bound => !bound.Index.IsConstant)];
        if (inner.IsEmpty)
            return Lower(operand, index, outer);
        if (stored(operand) is { } storage && (outer.IsEmpty || outside == 0))
            return Load(storage, index, outer.AddRange(inner), outside);
        var value = Unique(new LoweredGuard(Lower(operand, index, outer.AddRange(inner)), inner));
        if (outside == 0)
            return value;
        var isInside = Unique(new LoweredGuard(Unique(new LoweredConstant(1, ElementType.Boolean)), inner));
        return Unique(new LoweredOperation(Operator.Select, value.Element, isInside, value, Unique(new LoweredConstant(outside, value.Element))));
    }

    private Lowered OfGather(Gather gather, Affine[] index, ImmutableArray<Bound> bounds)
    {
        if (stored(gather.Table) is not { } table)
            throw new IllegalFormulaException($"{gather}: a table must lie in memory.");
        var leading = gather.Positions.Type.Rank;
        var row = Lower(gather.Positions, [.. index.Take(leading)], bounds);
        var address = Affine.Of(0);
        for (var axis = leading; axis < index.Length; axis++)
            address += index[axis] * table.Stride(axis - leading + 1);
        return Unique(new LoweredLoad(table, address, bounds, 0, row, table.Stride(0)));
    }

    private Lowered OfReduce(Reduce reduce, Affine[] index, ImmutableArray<Bound> bounds)
    {
        var axes = reduce.Operand.Type.Axes;
        if (IsWrittenOut(reduce))
            return WrittenOut(reduce, index, bounds);

        var inner = (Affine[])index.Clone();
        var over = LoopSet.None;
        var position = Affine.Of(0);
        foreach (var axis in reduce.Axes)
        {
            if (axes[axis].IsOne)
                continue;
            var (turn, loopsOfAxis) = LoopsOf(reduce, axis, index);
            inner[axis] = turn;
            over |= loopsOfAxis;
            position = (position * axes[axis].Count) + turn;
        }

        var operand = Lower(reduce.Operand, inner, bounds);
        return new LoweredReduce(reduce.Reduction, operand, over, reduce.Reduction == Reduction.ArgMaximum ? position : Affine.Of(0));
    }

    /// <summary>The domain's own loop along an axis, if the axis is the domain's and free, so that sweeps share what they read; else a new one.</summary>
    private (Affine Index, LoopSet Loops) LoopsOf(Reduce reduce, int axis, Affine[] index)
    {
        var axes = reduce.Operand.Type.Axes;
        if (turns.Length == 1 && axes.Count == domain.Rank && axes[axis] == domain.Axes[axis] && !index.Any(position => position.Loops.Meets(turns[0][axis].Loops)))
            return (turns[0][axis], turns[0][axis].Loops);
        var existing = reductionLoops.TryGetValue((axis, axes[axis]), out var loop) ? loop : reductionLoops[(axis, axes[axis])] = NewLoop(axes[axis]);
        return (Affine.Of(existing), existing.Loops);
    }

    private Lowered WrittenOut(Reduce reduce, Affine[] index, ImmutableArray<Bound> bounds)
    {
        IEnumerable<(Affine[] Index, long Position)> places = [(index, 0)];
        foreach (var axis in reduce.Axes)
        {
            var length = (int)reduce.Operand.Type.Axes[axis].Count;
            places = [.. places.SelectMany(place => Enumerable.Range(0, length).Select(turn => (Replace(place.Index, axis, Affine.Of(turn)), (place.Position * length) + turn)))];
        }

        Lowered? joined = null;
        Lowered? argument = null;
        foreach (var (place, position) in places)
        {
            var value = Lower(reduce.Operand, place, bounds);
            if (joined is null)
            {
                joined = value;
                argument = Unique(new LoweredConstant(position, ElementType.Int32));
                continue;
            }

            switch (reduce.Reduction)
            {
                case Reduction.Sum:
                    joined = Unique(new LoweredOperation(Operator.Add, value.Element, joined, value));
                    break;
                default:
                    var isLarger = Unique(new LoweredOperation(Operator.Less, ElementType.Boolean, joined, value));
                    argument = Unique(new LoweredOperation(Operator.Select, ElementType.Int32, isLarger, Unique(new LoweredConstant(position, ElementType.Int32)), argument!));
                    joined = Unique(new LoweredOperation(Operator.Maximum, value.Element, joined, value));
                    break;
            }
        }

        return reduce.Reduction == Reduction.ArgMaximum ? argument! : joined!;
    }

    private sealed class SplitException(int axis, long inner) : Exception
    {
        public int Axis { get; } = axis;

        public long Inner { get; } = inner;
    }

    private sealed class LoweredComparer : IEqualityComparer<Lowered>
    {
        public static readonly LoweredComparer Instance = new();

        public bool Equals(Lowered left, Lowered right) => ReferenceEquals(left, right)
            || (left.Element == right.Element && left.Operands.SequenceEqual(right.Operands) && left.Attributes.Equals(right.Attributes));

        public int GetHashCode(Lowered node)
        {
            var hash = node.Attributes.GetHashCode();
            foreach (var operand in node.Operands)
                hash = unchecked((hash * 31) + System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(operand));
            return hash;
        }
    }
}
