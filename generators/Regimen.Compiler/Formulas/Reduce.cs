using System.Collections.Immutable;
using Regimen.Compiler.Model;

namespace Regimen.Compiler.Formulas;

/// <summary>How elements are joined into one. A closed list: each has a merge of partial results and a derivative.</summary>
internal enum Reduction
{
    Sum,
    Maximum,

    /// <summary>The position of the first largest among the reduced elements, counted in logical order; an Int32.</summary>
    ArgMaximum,

    /// <summary>Mean and biased variance, partial results merged by Chan's formula; two parts.</summary>
    Moments,

    /// <summary>
    /// log Σ exp(x), the maximum subtracted; two parts: the maximum, and the logarithm of the sum above it, kept apart so that the small loss of a
    /// confident sample is not lost beside the maximum. They mean something only together.
    /// </summary>
    LogSumExp,
}

/// <summary>Joins the elements along some axes, which stay with one element, so that results broadcast against what they were made of.</summary>
internal sealed class Reduce : Formula
{
    private Reduce(Reduction reduction, Formula operand, TensorType type, EquatableArray<int> axes)
        : base(type, operand) => (Reduction, Axes) = (reduction, axes);

    public Reduction Reduction { get; }

    /// <summary>The reduced axes, ascending.</summary>
    public EquatableArray<int> Axes { get; }

    /// <summary>How many results it has; more than one are read through <see cref="Part"/>.</summary>
    public int Parts => PartsOf(Reduction);

    /// <summary>How many elements are joined into each.</summary>
    public Extent Joined => TensorType.Product(Axes.Select(axis => Operand.Type.Axes[axis]));

    public override object Attributes => (typeof(Reduce), Reduction, Axes);

    public static int PartsOf(Reduction reduction) => reduction is Reduction.Moments or Reduction.LogSumExp ? 2 : 1;

    public static Formula Of(Reduction reduction, Formula operand, params IEnumerable<int> axes)
    {
        var sorted = axes.Distinct().OrderBy(axis => axis).ToArray();
        if (sorted.Any(axis => axis < 0 || axis >= operand.Type.Rank))
            throw new IllegalFormulaException($"{operand.Type} has no axes {string.Join(", ", sorted)}.");
        if (sorted.Length == 0 || (PartsOf(reduction) == 1 && reduction != Reduction.ArgMaximum && sorted.All(axis => operand.Type.Axes[axis].IsOne)))
            return sorted.Length == 0 && (PartsOf(reduction) != 1 || reduction == Reduction.ArgMaximum)
                ? throw new IllegalFormulaException($"{reduction} needs an axis.")
                : operand;
        var type = operand.Type.With(operand.Type.Axes.Select((extent, axis) => sorted.Contains(axis) ? Extent.One : extent));
        if (reduction == Reduction.ArgMaximum)
            type = type.With(ElementType.Int32);
        return new Reduce(reduction, operand, type, sorted.ToEquatableArray());
    }

    private protected override Formula Rebuild(ImmutableArray<Formula> operands) => Of(Reduction, operands[0], Axes);

    private protected override string Describe() => Reduction + " over " + string.Join(", ", Axes);
}

/// <summary>One result of a node that has several.</summary>
internal sealed class Part : Formula
{
    private Part(Reduce reduce, int index)
        : base(reduce.Type, reduce) => Index = index;

    public int Index { get; }

    public override object Attributes => (typeof(Part), Index);

    public static Formula Of(Formula reduce, int index) => reduce is Reduce { Parts: > 1 } several && index >= 0 && index < several.Parts
        ? new Part(several, index)
        : throw new IllegalFormulaException($"{reduce} has no part {index}.");

    private protected override Formula Rebuild(ImmutableArray<Formula> operands) => Of(operands[0], Index);

    private protected override string Describe() => FormattableString.Invariant($"Part {Index}");
}
