using System.Collections.Immutable;
using Regimen.Compiler.Model;

namespace Regimen.Compiler.Formulas;

/// <summary>A node that moves elements and computes nothing: a schedule makes it part of how others read.</summary>
internal abstract class Movement(TensorType type, Formula operand) : Formula(type, operand);

/// <summary>Repeats along axes of one element.</summary>
internal sealed class Broadcast : Movement
{
    private Broadcast(Formula operand, TensorType type)
        : base(type, operand)
    {
    }

    public override object Attributes => (typeof(Broadcast), Type.Axes);

    /// <summary>Repeats a value without axes, or along its axes of one element, to the given axes.</summary>
    public static Formula Of(Formula operand, IReadOnlyList<Extent> axes)
    {
        var type = operand.Type.With(axes);
        if (type == operand.Type)
            return operand;
        if (operand.Type.Rank != 0)
        {
            if (operand.Type.Rank != axes.Count)
                throw new IllegalFormulaException($"{operand.Type} can't be broadcast to {type}.");
            for (var axis = 0; axis < axes.Count; axis++)
            {
                if (operand.Type.Axes[axis] != axes[axis] && !operand.Type.Axes[axis].IsOne)
                    throw new IllegalFormulaException($"{operand.Type} can't be broadcast to {type}.");
            }
        }

        return new Broadcast(operand, type);
    }

    /// <summary>Whether an axis is one along which it repeats.</summary>
    public bool Repeats(int axis) => Operand.Type.Rank == 0 || (Operand.Type.Axes[axis].IsOne && !Type.Axes[axis].IsOne);

    private protected override Formula Rebuild(ImmutableArray<Formula> operands) => Of(operands[0], Type.Axes);
}

/// <summary>The same elements in the same (logical, last axis fastest) order under other axes.</summary>
internal sealed class Reshape : Movement
{
    private Reshape(Formula operand, TensorType type)
        : base(type, operand)
    {
    }

    public override object Attributes => (typeof(Reshape), Type.Axes);

    public static Formula Of(Formula operand, IReadOnlyList<Extent> axes)
    {
        var type = operand.Type.With(axes);
        if (type == operand.Type)
            return operand;
        if (type.Count != operand.Type.Count)
            throw new IllegalFormulaException($"{operand.Type} can't be reshaped to {type}: it has another number of elements.");
        return operand is Reshape inner ? Of(inner.Operand, axes) : new Reshape(operand, type);
    }

    private protected override Formula Rebuild(ImmutableArray<Formula> operands) => Of(operands[0], Type.Axes);
}

/// <summary>The same elements with the axes in another order: axis i of the result is axis <c>Permutation[i]</c> of the operand.</summary>
internal sealed class Transpose : Movement
{
    private Transpose(Formula operand, TensorType type, EquatableArray<int> permutation)
        : base(type, operand) => Permutation = permutation;

    public EquatableArray<int> Permutation { get; }

    public override object Attributes => (typeof(Transpose), Permutation);

    public static Formula Of(Formula operand, IReadOnlyList<int> permutation)
    {
        if (!permutation.OrderBy(axis => axis).SequenceEqual(Enumerable.Range(0, operand.Type.Rank)))
            throw new IllegalFormulaException($"({string.Join(", ", permutation)}) is no order of the axes of {operand.Type}.");
        return permutation.SequenceEqual(Enumerable.Range(0, operand.Type.Rank))
            ? operand
            : new Transpose(operand, operand.Type.With(permutation.Select(axis => operand.Type.Axes[axis])), permutation.ToEquatableArray());
    }

    private protected override Formula Rebuild(ImmutableArray<Formula> operands) => Of(operands[0], Permutation);
}

/// <summary>Some elements of an axis: <c>Length</c> ones from <c>Start</c> on, <c>Step</c> apart (backwards where that is negative).</summary>
internal sealed class Slice : Movement
{
    private Slice(Formula operand, TensorType type, int axis, long start, long step)
        : base(type, operand) => (Axis, Start, Step) = (axis, start, step);

    public int Axis { get; }

    public long Start { get; }

    public long Step { get; }

    public long Length => Type.Axes[Axis].Count;

    public override object Attributes => (typeof(Slice), Axis, Start, Step, Length);

    public static Formula Of(Formula operand, int axis, long start, long length, long step = 1)
    {
        var extent = operand.Type.Axes[axis];
        var last = start + ((length - 1) * step);
        if (extent.PerSample || length < 1 || step == 0 || Math.Min(start, last) < 0 || Math.Max(start, last) >= extent.Count)
            throw new IllegalFormulaException($"{length} elements from {start} on, {step} apart, don't lie in axis {axis} of {operand.Type}.");
        return start == 0 && step == 1 && length == extent.Count
            ? operand
            : new Slice(operand, operand.Type.WithAxis(axis, length), axis, start, step);
    }

    private protected override Formula Rebuild(ImmutableArray<Formula> operands) => Of(operands[0], Axis, Start, Length, Step);
}

/// <summary>
/// An axis made longer: element i of the operand goes to <c>Before + i·Step</c>, the rest is <c>Value</c>. With value 0 it is what a slice's
/// gradient is.
/// </summary>
internal sealed class Pad : Movement
{
    private Pad(Formula operand, TensorType type, int axis, long before, long step, double value)
        : base(type, operand) => (Axis, Before, Step, Value) = (axis, before, step, value);

    public int Axis { get; }

    public long Before { get; }

    public long Step { get; }

    /// <summary>What stands where there is no element.</summary>
    public double Value { get; }

    public long Length => Type.Axes[Axis].Count;

    public override object Attributes => (typeof(Pad), Axis, Before, Step, Length, Value);

    public static Formula Of(Formula operand, int axis, long before, long length, long step = 1, double value = 0)
    {
        var extent = operand.Type.Axes[axis];
        var last = before + ((extent.Count - 1) * step);
        if (extent.PerSample || step == 0 || Math.Min(before, last) < 0 || Math.Max(before, last) >= length)
            throw new IllegalFormulaException($"Axis {axis} of {operand.Type} doesn't fit into {length} elements from {before} on, {step} apart.");
        return before == 0 && step == 1 && length == extent.Count
            ? operand
            : new Pad(operand, operand.Type.WithAxis(axis, length), axis, before, step, value);
    }

    private protected override Formula Rebuild(ImmutableArray<Formula> operands) => Of(operands[0], Axis, Before, Length, Step, Value);
}
