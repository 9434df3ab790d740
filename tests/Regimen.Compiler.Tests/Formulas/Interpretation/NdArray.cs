using System.Globalization;
using Regimen.Compiler.Formulas;

namespace Regimen.Compiler.Tests.Formulas;

/// <summary>A value in full: its elements as doubles, which hold every element type exactly, the last axis fastest.</summary>
internal sealed class NdArray
{
    public NdArray(ElementType element, IReadOnlyList<int> shape, double[]? elements = null)
    {
        Element = element;
        Shape = [.. shape];
        var count = Shape.Aggregate(1, (product, length) => product * length);
        Elements = elements ?? new double[count];
        if (Elements.Length != count)
            throw new ArgumentException($"[{string.Join(", ", Shape)}] has {count} elements, not {Elements.Length}.", nameof(elements));
        Strides = new int[Shape.Length];
        for (int axis = Shape.Length - 1, stride = 1; axis >= 0; axis--)
        {
            Strides[axis] = stride;
            stride *= Shape[axis];
        }
    }

    public ElementType Element { get; }

    public int[] Shape { get; }

    public double[] Elements { get; }

    /// <summary>From one element to the next along each axis.</summary>
    public int[] Strides { get; }

    public int Rank => Shape.Length;

    public double this[params ReadOnlySpan<int> at]
    {
        get => Elements[Offset(at)];
        set => Elements[Offset(at)] = value;
    }

    public static NdArray Scalar(double value, ElementType element = ElementType.Real) => new(element, [], [value]);

    public static NdArray Vector(ElementType element, params double[] elements) => new(element, [elements.Length], elements);

    /// <summary>The lengths of a type's axes for a batch.</summary>
    public static int[] ShapeOf(TensorType type, long batch) => [.. type.Axes.Select(extent => checked((int)extent.At(batch)))];

    /// <summary>Every position, in order. The array is reused: copy it to keep it.</summary>
    public IEnumerable<int[]> Positions()
    {
        var at = new int[Rank];
        for (var index = 0; index < Elements.Length; index++)
        {
            yield return at;
            for (var axis = Rank - 1; axis >= 0 && ++at[axis] == Shape[axis]; axis--)
                at[axis] = 0;
        }
    }

    public override string ToString() => Element + "[" + string.Join(", ", Shape) + "] "
        + string.Join(" ", Elements.Take(12).Select(element => element.ToString("R", CultureInfo.InvariantCulture)));

    private int Offset(ReadOnlySpan<int> at)
    {
        if (at.Length != Rank)
            throw new ArgumentException($"{at.Length} coordinates for {Rank} axes.", nameof(at));
        var offset = 0;
        for (var axis = 0; axis < at.Length; axis++)
        {
            if (at[axis] < 0 || at[axis] >= Shape[axis])
                throw new ArgumentOutOfRangeException(nameof(at), $"{at[axis]} on axis {axis} of [{string.Join(", ", Shape)}].");
            offset += at[axis] * Strides[axis];
        }

        return offset;
    }
}
