namespace Regimen.Compiler.Formulas;

/// <summary>What formulas are written with, beside C#'s operators. Meant for <c>using static</c>.</summary>
internal static class Functions
{
    /// <summary>a·b + c with one rounding.</summary>
    public static Formula MultiplyAdd(Formula a, Formula b, Formula c) => Elementwise.Of(Operator.MultiplyAdd, a, b, c);

    /// <summary>The larger of each pair; NaN if either is.</summary>
    public static Formula Max(Formula left, Formula right) => Elementwise.Of(Operator.Maximum, left, right);

    /// <summary>The smaller of each pair; NaN if either is.</summary>
    public static Formula Min(Formula left, Formula right) => Elementwise.Of(Operator.Minimum, left, right);

    /// <summary>|x|.</summary>
    public static Formula Abs(Formula x) => Elementwise.Of(Operator.Absolute, x);

    /// <summary>The largest whole number that is not above x.</summary>
    public static Formula Floor(Formula x) => Elementwise.Of(Operator.Floor, x);

    /// <summary>eˣ.</summary>
    public static Formula Exp(Formula x) => Elementwise.Of(Operator.Exp, x);

    /// <summary>Natural logarithm.</summary>
    public static Formula Log(Formula x) => Elementwise.Of(Operator.Log, x);

    /// <summary>log(1 + x), exact near 0.</summary>
    public static Formula Log1p(Formula x) => Elementwise.Of(Operator.Log1p, x);

    /// <summary>√x.</summary>
    public static Formula Sqrt(Formula x) => Elementwise.Of(Operator.Sqrt, x);

    /// <summary>Sine.</summary>
    public static Formula Sin(Formula x) => Elementwise.Of(Operator.Sin, x);

    /// <summary>Cosine.</summary>
    public static Formula Cos(Formula x) => Elementwise.Of(Operator.Cos, x);

    /// <summary>Hyperbolic tangent.</summary>
    public static Formula Tanh(Formula x) => Elementwise.Of(Operator.Tanh, x);

    /// <summary>The error function.</summary>
    public static Formula Erf(Formula x) => Elementwise.Of(Operator.Erf, x);

    /// <summary>1/(1 + exp(−x)).</summary>
    public static Formula Sigmoid(Formula x) => Elementwise.Of(Operator.Sigmoid, x);

    /// <summary>Where both are equal.</summary>
    public static Formula Equal(Formula left, Formula right) => Elementwise.Of(Operator.Equal, left, right);

    /// <summary><paramref name="yes"/> where the condition holds, else <paramref name="no"/>.</summary>
    public static Formula Where(Formula condition, Formula yes, Formula no) => Elementwise.Of(Operator.Select, condition, yes, no);

    /// <summary>Sum along axes, which stay with one element.</summary>
    public static Formula Sum(Formula x, params IEnumerable<int> axes) => Reduce.Of(Reduction.Sum, x, axes);

    /// <summary>Sum of all elements, without axes.</summary>
    public static Formula SumAll(Formula x) => Reshape.Of(Sum(x, Enumerable.Range(0, x.Type.Rank)), []);

    /// <summary>Largest along axes, which stay with one element.</summary>
    public static Formula Largest(Formula x, params IEnumerable<int> axes) => Reduce.Of(Reduction.Maximum, x, axes);

    /// <summary>Position of the first largest along an axis, which stays with one element.</summary>
    public static Formula ArgMax(Formula x, params IEnumerable<int> axes) => Reduce.Of(Reduction.ArgMaximum, x, axes);

    /// <summary>Where, among the elements along axes, the first largest is.</summary>
    public static Formula IsFirstLargest(Formula x, params IEnumerable<int> axes)
    {
        // ArgMax counts positions in logical order, the last of the axes fastest.
        Formula? position = null;
        foreach (var axis in axes)
        {
            var length = x.Type.Axes[axis];
            var along = Positions(length, axis, x.Type.Rank);
            position = position is null ? along : (position * Count(length, ElementType.Int32)) + along;
        }

        return Equal(Broadcast.Of(position!, x.Type.Axes), Broadcast.Of(ArgMax(x, axes), x.Type.Axes));
    }

    /// <summary>Mean and biased variance along axes, which stay with one element.</summary>
    public static (Formula Mean, Formula Variance) Moments(Formula x, params IEnumerable<int> axes)
    {
        var moments = Reduce.Of(Reduction.Moments, x, axes);
        return (Part.Of(moments, 0), Part.Of(moments, 1));
    }

    /// <summary>The maximum along axes, and the logarithm of Σ exp(x − maximum): kept apart, so that neither cancels against the other.</summary>
    public static (Formula Maximum, Formula LogSum) LogSumExp(Formula x, params IEnumerable<int> axes)
    {
        var parts = Reduce.Of(Reduction.LogSumExp, x, axes);
        return (Part.Of(parts, 0), Part.Of(parts, 1));
    }

    /// <summary>How many elements an axis or several have, as a number that the batch may decide.</summary>
    public static Formula Count(Extent extent, ElementType type = ElementType.Real) => extent.PerSample
        ? Cast.Of(new Input(BatchKey, TensorType.Scalar(ElementType.Real)), type) * new Constant(extent.Count, type)
        : new Constant(extent.Count, type);

    /// <summary>The key of the number of samples in the batch, a Real whatever it is counted for.</summary>
    public const string BatchKey = "batch";

    /// <summary>A vector along one axis of many: [n] becomes [1, …, n, …, 1].</summary>
    /// <param name="vector">One axis.</param>
    /// <param name="axis">Where it belongs.</param>
    /// <param name="rank">How many axes the result has.</param>
    public static Formula Along(Formula vector, int axis, int rank) =>
        Reshape.Of(vector, [.. Enumerable.Range(0, rank).Select(index => index == axis ? vector.Type.Axes[0] : Extent.One)]);

    /// <summary>Positions along an axis of many.</summary>
    public static Formula Positions(Extent length, int axis, int rank, ElementType type = ElementType.Int32) => Along(new Coordinate(length, type), axis, rank);
}
