using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Formulas;

/// <summary>The algebra that <see cref="Simplifier"/> knows.</summary>
internal static class Rules
{
    /// <summary>The node, or something simpler that is equal.</summary>
    public static Formula Of(Elementwise node)
    {
        var values = node.Operands.Select(ConstantOf).ToArray();
        if (values.All(value => value is not null) && Evaluate(node, [.. values.Select(value => value!.Value)]) is { } number)
            return Broadcast.Of(new Constant(number, node.Type.Element), node.Type.Axes);
        return node.Operator switch
        {
            Operator.Add when values[0] is 0 => node.Operands[1],
            Operator.Add or Operator.Subtract when values[1] is 0 => node.Operands[0],
            Operator.Subtract when values[0] is 0 => -node.Operands[1],
            Operator.Multiply when values[0] is 1 => node.Operands[1],
            Operator.Multiply or Operator.Divide when values[1] is 1 => node.Operands[0],
            Operator.Multiply when values[0] is -1 => -node.Operands[1],
            Operator.Multiply when values[1] is -1 => -node.Operands[0],
            Operator.Negate when node.Operand is Elementwise { Operator: Operator.Negate } inner => inner.Operand,
            Operator.Add when node.Operands[1] is Elementwise { Operator: Operator.Negate } negated => node.Operands[0] - negated.Operand,
            Operator.Subtract when node.Operands[1] is Elementwise { Operator: Operator.Negate } negated => node.Operands[0] + negated.Operand,
            Operator.Select when values[0] is { } condition => condition != 0 ? node.Operands[1] : node.Operands[2],
            Operator.Select when node.Operands[1] == node.Operands[2] => node.Operands[1],

            // What is the same along an axis is computed once along it.
            _ when node.Operands.All(operand => operand is Broadcast or Constant) && node.Operands.OfType<Broadcast>().ToArray() is [var first, ..] broadcasts
                && broadcasts.All(other => SameReach(other, first) || other.Operand.Type.Rank == 0) && broadcasts.FirstOrDefault(other => other.Operand.Type.Rank > 0) is var widest =>
                Broadcast.Of(Elementwise.Of(node.Operator, [.. node.Operands.Select(operand => operand is Broadcast { Operand: var inner } ? Fit(inner, widest?.Operand) : operand)]), node.Type.Axes),
            _ => node,
        };
    }

    /// <summary>A sum without what does not change along its axes: Σ a·x = a·Σ x where a is the same along them.</summary>
    public static Formula OfSum(Reduce sum)
    {
        switch (sum.Operand)
        {
            case Broadcast broadcast when sum.Axes.Where(axis => !sum.Operand.Type.Axes[axis].IsOne).All(broadcast.Repeats):
                // Nothing changes along the summed axes: count instead of adding.
                var kept = Broadcast.Of(broadcast.Operand, sum.Type.Axes);
                return kept * Count(sum.Joined, sum.Type.Element);
            case Elementwise { Operator: Operator.Multiply or Operator.Divide } product:
                if (Invariant(product.Operands[1], sum) is { } factor)
                    return Elementwise.Of(product.Operator, Again(product.Operands[0]), factor);
                if (product.Operator == Operator.Multiply && Invariant(product.Operands[0], sum) is { } other)
                    return other * Again(product.Operands[1]);
                return sum;
            case Elementwise { Operator: Operator.Negate } negated:
                return -Again(negated.Operand);
            default:
                return sum;
        }

        Formula Again(Formula operand) => Reduce.Of(Reduction.Sum, operand, sum.Axes) is Reduce inner ? OfSum(inner) : operand;
    }

    /// <summary>The value along the axes that a sum leaves, where it is the same along those that it joins.</summary>
    private static Formula? Invariant(Formula value, Reduce sum) => value is Broadcast broadcast
        && sum.Axes.Where(axis => !value.Type.Axes[axis].IsOne).All(broadcast.Repeats)
        ? Broadcast.Of(broadcast.Operand, sum.Type.Axes)
        : null;

    private static bool SameReach(Broadcast left, Broadcast right) => left.Operand.Type.Axes == right.Operand.Type.Axes;

    private static Formula Fit(Formula inner, Formula? widest) => widest is null || inner.Type.Rank == widest.Type.Rank ? inner : Broadcast.Of(inner, widest.Type.Axes);

    private static double? ConstantOf(Formula formula) => formula switch
    {
        Constant constant => constant.Value,
        Broadcast { Operand: Constant constant } => constant.Value,
        _ => null,
    };

    /// <summary>Computes what is exact in any target's precision; functions such as exp are left to the target, so that it has them one way.</summary>
    private static double? Evaluate(Elementwise node, double[] x) => node.Type.Element == ElementType.UInt32 ? null : node.Operator switch
    {
        Operator.Negate => -x[0],
        Operator.Add => x[0] + x[1],
        Operator.Subtract => x[0] - x[1],
        Operator.Multiply => x[0] * x[1],
        Operator.Divide when node.Type.Element.IsFloating() => x[0] / x[1],
        Operator.Maximum => Math.Max(x[0], x[1]),
        Operator.Minimum => Math.Min(x[0], x[1]),
        Operator.Absolute => Math.Abs(x[0]),
        Operator.Sqrt => Math.Sqrt(x[0]),
        _ => null,
    };
}
