using System.Collections.Immutable;

namespace Regimen.Compiler.Formulas;

/// <summary>An operator applied to each element of operands with the same axes.</summary>
internal sealed class Elementwise : Formula
{
    private Elementwise(Operator op, TensorType type, ReadOnlySpan<Formula> operands)
        : base(type, operands) => Operator = op;

    /// <summary>What is done.</summary>
    public Operator Operator { get; }

    public override object Attributes => (typeof(Elementwise), Operator);

    /// <summary>
    /// Applies an operator. Operands without axes, and axes of one element, are broadcast; a constant takes the element type of what it stands
    /// beside (of constants alone, a Real one that of the others). Otherwise types must agree: a cast is written, never guessed.
    /// </summary>
    /// <exception cref="IllegalFormulaException">The operands don't fit the operator or each other.</exception>
    public static Formula Of(Operator op, params ReadOnlySpan<Formula> operands)
    {
        if (operands.Length != op.Arity())
            throw new IllegalFormulaException($"{op} takes {op.Arity()} operands, not {operands.Length}.");
        var aligned = Align(operands, op == Operator.Select ? 1 : 0);
        var element = aligned[aligned.Length - 1].Type.Element;
        var result = op.IsComparison() ? ElementType.Boolean : element;
        return new Elementwise(op, aligned[0].Type.With(result), [.. aligned]);
    }

    /// <summary>Gives operands the same axes, and constants the element type of the others; the first <paramref name="skip"/> keep their element types.</summary>
    public static ImmutableArray<Formula> Align(ReadOnlySpan<Formula> operands, int skip = 0)
    {
        Formula? typed = null;
        var axes = EmptyAxes;
        for (var index = 0; index < operands.Length; index++)
        {
            var operand = operands[index];
            axes = Join(axes, operand.Type);
            if (index >= skip && (typed is null || (typed is Constant && (operand is not Constant || typed.Type.Element == ElementType.Real))))
                typed = operand;
        }

        var aligned = ImmutableArray.CreateBuilder<Formula>(operands.Length);
        for (var index = 0; index < operands.Length; index++)
        {
            var operand = operands[index];
            if (index >= skip && operand is Constant constant && constant.Type.Element != typed!.Type.Element)
                operand = new Constant(constant.Value, typed.Type.Element);
            aligned.Add(Broadcast.Of(operand, axes));
        }

        return aligned.MoveToImmutable();
    }

    private static readonly ImmutableArray<Extent> EmptyAxes = [];

    private static ImmutableArray<Extent> Join(ImmutableArray<Extent> axes, TensorType type)
    {
        if (type.Rank == 0)
            return axes;
        if (axes.Length == 0)
            return [.. type.Axes];
        if (axes.Length != type.Rank)
            throw new IllegalFormulaException($"[{string.Join(", ", axes)}] and {type} have different numbers of axes; say which ones belong together with Along.");
        var joined = ImmutableArray.CreateBuilder<Extent>(axes.Length);
        for (var axis = 0; axis < axes.Length; axis++)
        {
            var (left, right) = (axes[axis], type.Axes[axis]);
            if (left != right && !left.IsOne && !right.IsOne)
                throw new IllegalFormulaException($"Axis {axis} is {left} long in one operand and {right} in another.");
            joined.Add(left.IsOne ? right : left);
        }

        return joined.MoveToImmutable();
    }

    private protected override Formula Rebuild(ImmutableArray<Formula> operands) => Of(Operator, operands.AsSpan());

    private protected override string Describe() => Operator.ToString();
}

/// <summary>
/// The same numbers in another element type: rounded to nearest, truncated to integers, wrapped to unsigned ones; a truth value is whether a
/// number is not 0. The derivative is 1 between floating types, rounding or not.
/// </summary>
internal sealed class Cast : Formula
{
    private Cast(Formula operand, ElementType element)
        : base(operand.Type.With(element), operand)
    {
    }

    public override object Attributes => (typeof(Cast), Type.Element);

    /// <summary>Casts, unless the type is that already.</summary>
    public static Formula Of(Formula operand, ElementType element) => operand switch
    {
        _ when operand.Type.Element == element => operand,
        Constant constant when Number(constant.Value, element) is { } number => new Constant(number, element),
        _ => new Cast(operand, element),
    };

    private protected override Formula Rebuild(ImmutableArray<Formula> operands) => Of(operands[0], Type.Element);

    /// <summary>A number in another element type, where no target has a say in it: rounding and wrapping are left to run time.</summary>
    private static double? Number(double value, ElementType element) => element switch
    {
        ElementType.Real or ElementType.Double => value,
        ElementType.Boolean => value == 0 ? 0 : 1,
        ElementType.Int32 or ElementType.UInt32 when element.Holds(Math.Truncate(value)) => Math.Truncate(value) + 0.0, // No −0.
        _ => null,
    };
}
