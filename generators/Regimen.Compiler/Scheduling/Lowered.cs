using System.Collections.Immutable;
using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;

namespace Regimen.Compiler.Scheduling;

/// <summary>
/// What a kernel computes for one turn of its loops: formulas without axes. Movements have become addresses, small windows have been written
/// out. Equal nodes of a kernel are one node.
/// </summary>
internal abstract class Lowered
{
    private protected Lowered(ElementType element, LoopSet loops, params ReadOnlySpan<Lowered> operands)
    {
        (Element, Loops) = (element, loops);
        Operands = [.. operands];
        foreach (var operand in operands)
            Loops |= operand.Loops;
    }

    public ElementType Element { get; }

    /// <summary>The loops that its value changes with.</summary>
    public LoopSet Loops { get; private protected set; }

    public ImmutableArray<Lowered> Operands { get; }

    /// <summary>How the code should call it, where somebody gave it a name.</summary>
    public string? Name { get; set; }

    /// <summary>Compared by value; with the operands it says all.</summary>
    public abstract object Attributes { get; }
}

internal sealed class LoweredConstant(double value, ElementType element) : Lowered(element, LoopSet.None)
{
    public double Value { get; } = value;

    public override object Attributes { get; } = (typeof(LoweredConstant), value, 1 / value, element);
}

/// <summary>A number of the run, handed to the kernel when it starts.</summary>
internal sealed class LoweredScalar(string key, ElementType element) : Lowered(element, LoopSet.None)
{
    public string Key { get; } = key;

    public override object Attributes { get; } = (typeof(LoweredScalar), key, element);
}

/// <summary>A position.</summary>
internal sealed class LoweredIndex(Affine index, ElementType element) : Lowered(element, index.Loops)
{
    public Affine Index { get; } = index;

    public override object Attributes { get; } = (typeof(LoweredIndex), index, element);
}

/// <summary>An element of memory; <see cref="Outside"/> where a bound does not hold.</summary>
internal sealed class LoweredLoad : Lowered
{
    /// <param name="source">What is read.</param>
    /// <param name="address">Which element.</param>
    /// <param name="bounds">Where there is an element.</param>
    /// <param name="outside">What stands where there is none.</param>
    /// <param name="row">A row of a table that is looked up, besides the address; or none.</param>
    /// <param name="rowStride">Elements from one row to the next.</param>
    public LoweredLoad(Storage source, Affine address, ImmutableArray<Bound> bounds, double outside, Lowered? row = null, long rowStride = 0)
        : base(source.Type.Element, address.Loops, row is null ? [] : [row])
    {
        (Source, Address, Bounds, Outside, RowStride) = (source, address, bounds, outside, rowStride);
        foreach (var bound in bounds)
            Loops |= bound.Index.Loops;
        Attributes = (typeof(LoweredLoad), source.Key, address, Formulas.Sequence.Key(bounds), outside, rowStride);
    }

    public Storage Source { get; }

    public Affine Address { get; }

    public ImmutableArray<Bound> Bounds { get; }

    public double Outside { get; }

    public Lowered? Row => Operands.IsEmpty ? null : Operands[0];

    public long RowStride { get; }

    public override object Attributes { get; }
}

internal sealed class LoweredOperation(Operator op, ElementType element, params ReadOnlySpan<Lowered> operands) : Lowered(element, LoopSet.None, operands)
{
    public Operator Operator { get; } = op;

    public override object Attributes { get; } = (typeof(LoweredOperation), op);
}

internal sealed class LoweredCast(Lowered operand, ElementType element) : Lowered(element, LoopSet.None, operand)
{
    public override object Attributes { get; } = (typeof(LoweredCast), element);
}

/// <summary>The operand where all bounds hold, else 0.</summary>
internal sealed class LoweredGuard : Lowered
{
    public LoweredGuard(Lowered operand, ImmutableArray<Bound> bounds)
        : base(operand.Element, LoopSet.None, operand)
    {
        Bounds = bounds;
        foreach (var bound in bounds)
            Loops |= bound.Index.Loops;
        Attributes = (typeof(LoweredGuard), Formulas.Sequence.Key(bounds));
    }

    public ImmutableArray<Bound> Bounds { get; }

    public override object Attributes { get; }
}

/// <summary>Random words: seed, element, sample, epoch, purpose.</summary>
internal sealed class LoweredDraw(params ReadOnlySpan<Lowered> operands) : Lowered(ElementType.UInt32, LoopSet.None, operands)
{
    public override object Attributes { get; } = typeof(LoweredDraw);
}

/// <summary>The operand joined over some loops. It does not change with them.</summary>
internal sealed class LoweredReduce : Lowered
{
    public LoweredReduce(Reduction reduction, Lowered operand, LoopSet over, Affine position)
        : base(reduction == Reduction.ArgMaximum ? ElementType.Int32 : operand.Element, LoopSet.None, operand)
    {
        (Reduction, Over, Position) = (reduction, over, position);
        Loops = operand.Loops - over;
        Attributes = (typeof(LoweredReduce), reduction, over, position);
    }

    public Reduction Reduction { get; }

    /// <summary>The loops that it runs over.</summary>
    public LoopSet Over { get; }

    /// <summary>The position among the joined elements, which the position of a maximum is counted by.</summary>
    public Affine Position { get; }

    public override object Attributes { get; }
}
