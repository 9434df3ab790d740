using Regimen.Compiler.Formulas;

namespace Regimen.Compiler.Tests.Formulas;

/// <summary>What nodes do that move elements, or add those up that land on one place.</summary>
internal static class Movements
{
    public static NdArray Compute(Movement node, NdArray x, int[] shape)
    {
        var y = new NdArray(node.Type.Element, shape);
        switch (node)
        {
            case Reshape:
                x.Elements.CopyTo(y.Elements, 0);
                return y;
            case Pad pad:
                Array.Fill(y.Elements, pad.Value);
                foreach (var at in x.Positions())
                    y[With(at, pad.Axis, pad.Before + (at[pad.Axis] * pad.Step))] = x[at];
                return y;
        }

        foreach (var at in y.Positions())
        {
            y[at] = node switch
            {
                Broadcast => x[[.. x.Shape.Select((length, axis) => length == 1 ? 0 : at[axis])]],
                Transpose transpose => x[Transposed(at, transpose.Permutation)],
                Slice slice => x[With(at, slice.Axis, slice.Start + (at[slice.Axis] * slice.Step))],
                Unfold unfold => InWindow(x, at, unfold.Axis, unfold.Window) is { } from ? x[from] : unfold.Outside,
                _ => throw new NotSupportedException($"{node.GetType().Name} moves nothing here yet."),
            };
        }

        return y;
    }

    public static NdArray Compute(Fold node, NdArray x, int[] shape)
    {
        var y = new NdArray(node.Type.Element, shape);
        foreach (var at in x.Positions())
        {
            if (InWindow(y, at, node.Axis, node.Window) is { } to)
                y[to] += x[at];
        }

        return y;
    }

    public static NdArray Compute(Gather node, NdArray table, NdArray positions, int[] shape)
    {
        var y = new NdArray(node.Type.Element, shape);
        foreach (var at in y.Positions())
            y[at] = table[[Row(positions[at[..positions.Rank]], table.Shape[0]), .. at[positions.Rank..]]];
        return y;
    }

    public static NdArray Compute(ScatterAdd node, NdArray values, NdArray positions, int[] shape)
    {
        var y = new NdArray(node.Type.Element, shape);
        foreach (var at in values.Positions())
            y[[Row(positions[at[..positions.Rank]], shape[0]), .. at[positions.Rank..]]] += values[at];
        return y;
    }

    private static int Row(double position, int rows) => position >= 0 && position < rows ? (int)position : 0;

    private static int[] With(int[] at, int axis, long place)
    {
        var moved = (int[])at.Clone();
        moved[axis] = checked((int)place);
        return moved;
    }

    private static int[] Transposed(int[] at, IReadOnlyList<int> permutation)
    {
        var from = new int[at.Length];
        for (var axis = 0; axis < at.Length; axis++)
            from[permutation[axis]] = at[axis];
        return from;
    }

    /// <summary>The element that a place of a window is, if the window does not overhang there.</summary>
    private static int[]? InWindow(NdArray elements, int[] at, int axis, WindowSpec window)
    {
        var element = window.At(at[axis], at[axis + 1]);
        return element >= 0 && element < elements.Shape[axis] ? [.. at[..axis], (int)element, .. at[(axis + 2)..]] : null;
    }
}
