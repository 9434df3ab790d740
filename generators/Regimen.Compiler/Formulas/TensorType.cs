using Regimen.Compiler.Model;

namespace Regimen.Compiler.Formulas;

/// <summary>Element type and lengths of the axes of a value. Axes are logical; where their elements lie is decided when scheduling.</summary>
internal sealed record TensorType(ElementType Element, EquatableArray<Extent> Axes)
{
    /// <summary>A value without axes.</summary>
    public static TensorType Scalar(ElementType element) => new(element, EquatableArray<Extent>.Empty);

    /// <summary>A value with the given axes.</summary>
    public static TensorType Of(ElementType element, params Extent[] axes) => new(element, axes.ToEquatableArray());

    /// <summary>Number of axes.</summary>
    public int Rank => Axes.Count;

    /// <summary>Number of elements.</summary>
    public Extent Count => Product(Axes);

    /// <summary>The same axes with another element type.</summary>
    public TensorType With(ElementType element) => element == Element ? this : new(element, Axes);

    /// <summary>The same element type with other axes.</summary>
    public TensorType With(IEnumerable<Extent> axes) => new(Element, axes.ToEquatableArray());

    /// <summary>The same with one axis of another length.</summary>
    public TensorType WithAxis(int axis, Extent length) => With(Axes.Select((extent, index) => index == axis ? length : extent));

    /// <summary>The number of elements of some axes.</summary>
    /// <exception cref="IllegalFormulaException">More than one of them depends on the batch.</exception>
    public static Extent Product(IEnumerable<Extent> axes)
    {
        var product = Extent.One;
        foreach (var axis in axes)
        {
            if (product.PerSample && axis.PerSample)
                throw new IllegalFormulaException("Two axes of one value depend on the batch.");
            product = new(checked(product.Count * axis.Count), product.PerSample || axis.PerSample);
        }

        return product;
    }

    /// <summary>As <c>Real[B, 32, 28, 28]</c>.</summary>
    public override string ToString() => Element + "[" + string.Join(", ", Axes) + "]";
}
