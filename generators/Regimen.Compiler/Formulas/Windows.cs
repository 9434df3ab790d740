using System.Collections.Immutable;

namespace Regimen.Compiler.Formulas;

/// <summary>Windows along an axis: how many, how long, how far apart, and how far the first one overhangs.</summary>
/// <param name="Length">Elements of the axis.</param>
/// <param name="Size">Elements of a window.</param>
/// <param name="Stride">From one window's first element to the next one's.</param>
/// <param name="Padding">Elements that the first window begins before the axis; the last may overhang as far.</param>
/// <param name="Dilation">From one element of a window to the next.</param>
internal readonly record struct WindowSpec(long Length, long Size, long Stride = 1, long Padding = 0, long Dilation = 1)
{
    /// <summary>How many windows there are (rounded down, as PyTorch does); none where not even one fits or they don't move.</summary>
    public long Positions => Beyond < 0 || Stride < 1 ? 0 : (Beyond / Stride) + 1;

    /// <summary>Whether every element of the axis lies in exactly one window or, at the end, in none: then windows are another view of the elements.</summary>
    public bool Tiles => Size == Stride && Padding == 0 && Dilation == 1;

    /// <summary>How far the first window can move.</summary>
    private long Beyond => Length + (2 * Padding) - (Dilation * (Size - 1)) - 1;

    /// <summary>The element of the axis at a place of a window; outside [0, Length) where it overhangs.</summary>
    public long At(long position, long place) => (position * Stride) + (place * Dilation) - Padding;
}

/// <summary>An axis [n] becomes two, [positions, size]: every window along it. Where a window overhangs stands <see cref="Outside"/>.</summary>
internal sealed class Unfold : Movement
{
    private Unfold(Formula operand, TensorType type, int axis, WindowSpec window, double outside)
        : base(type, operand) => (Axis, Window, Outside) = (axis, window, outside);

    /// <summary>The axis that is replaced; the places of a window follow it.</summary>
    public int Axis { get; }

    public WindowSpec Window { get; }

    /// <summary>What stands beyond the ends.</summary>
    public double Outside { get; }

    public override object Attributes => (typeof(Unfold), Axis, Window, Outside);

    public static Formula Of(Formula operand, int axis, long size, long stride, long padding = 0, long dilation = 1, double outside = 0)
    {
        var window = new WindowSpec(operand.Type.Axes[axis].Count, size, stride, padding, dilation);
        if (operand.Type.Axes[axis].PerSample || size < 1 || stride < 1 || padding < 0 || dilation < 1 || window.Positions < 1)
            throw new IllegalFormulaException($"No {window} lies in axis {axis} of {operand.Type}.");
        var axes = operand.Type.Axes.ToList();
        axes[axis] = window.Positions;
        axes.Insert(axis + 1, size);
        return new Unfold(operand, operand.Type.With(axes), axis, window, outside);
    }

    private protected override Formula Rebuild(ImmutableArray<Formula> operands) =>
        Of(operands[0], Axis, Window.Size, Window.Stride, Window.Padding, Window.Dilation, Outside);
}

/// <summary>
/// Two axes [positions, size] become the axis that the windows came from: every element is the sum over the windows that it lies in, in order.
/// What an unfolding's gradient is. It is scheduled as a gather, never as a scatter.
/// </summary>
internal sealed class Fold : Formula
{
    private Fold(Formula operand, TensorType type, int axis, WindowSpec window)
        : base(type, operand) => (Axis, Window) = (axis, window);

    /// <summary>The axis of the positions; that of the places follows it.</summary>
    public int Axis { get; }

    public WindowSpec Window { get; }

    public override object Attributes => (typeof(Fold), Axis, Window);

    public static Formula Of(Formula operand, int axis, WindowSpec window)
    {
        if (operand.Type.Axes[axis] != window.Positions || operand.Type.Axes[axis + 1] != window.Size)
            throw new IllegalFormulaException($"Axes {axis} and {axis + 1} of {operand.Type} are no windows {window}.");
        var axes = operand.Type.Axes.ToList();
        axes.RemoveAt(axis + 1);
        axes[axis] = window.Length;
        return new Fold(operand, operand.Type.With(axes), axis, window);
    }

    private protected override Formula Rebuild(ImmutableArray<Formula> operands) => Of(operands[0], Axis, Window);
}
