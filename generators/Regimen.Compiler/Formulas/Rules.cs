namespace Regimen.Compiler.Formulas;

/// <summary>The algebra that <see cref="Simplifier"/> knows; that of sums is in <see cref="SumRules"/>.</summary>
internal static class Rules
{
    /// <summary>The node, or something simpler that is equal. What it is made of is simplified already.</summary>
    public static Formula Of(Formula node) => node switch
    {
        Elementwise elementwise => Of(elementwise),
        Reduce { Reduction: Reduction.Sum } sum => SumRules.Of(sum),
        Broadcast { Operand: Broadcast inner } outer => Broadcast.Of(inner.Operand, outer.Type.Axes),
        Transpose { Operand: Transpose inner } outer => Transpose.Of(inner.Operand, [.. outer.Permutation.Select(axis => inner.Permutation[axis])]),
        Cast { Operand: Broadcast inner } cast => Broadcast.Of(Cast.Of(inner.Operand, cast.Type.Element), cast.Type.Axes),

        // The same everywhere stays the same everywhere.
        Reshape or Transpose or Slice when node.Operand is Broadcast { Operand: { Type.Rank: 0 } scalar } => Broadcast.Of(scalar, node.Type.Axes),
        _ => node,
    };

    /// <summary>A number that a formula is everywhere, where that is known.</summary>
    public static double? ConstantOf(Formula formula) => formula switch
    {
        Constant constant => constant.Value,
        Broadcast { Operand: Constant constant } => constant.Value,
        _ => null,
    };

    private static Formula Of(Elementwise node)
    {
        var arity = node.Operands.Length;
        var (left, right) = (ConstantOf(node.Operand), arity == 2 ? ConstantOf(node.Operands[1]) : null);
        if (left is { } x && (arity == 1 || right is not null) && Evaluate(node, x, right ?? 0) is { } number)
            return Broadcast.Of(new Constant(number, node.Type.Element), node.Type.Axes);
        return node.Operator switch
        {
            Operator.Add when left is 0 => node.Operands[1],
            Operator.Add or Operator.Subtract when right is 0 => node.Operands[0],
            Operator.Subtract when left is 0 => -node.Operands[1],
            Operator.Multiply when left is 1 => node.Operands[1],
            Operator.Multiply or Operator.Divide when right is 1 => node.Operands[0],
            Operator.Multiply when left is -1 => -node.Operands[1],
            Operator.Multiply when right is -1 => -node.Operands[0],
            Operator.Negate when node.Operand is Elementwise { Operator: Operator.Negate } inner => inner.Operand,
            Operator.Add when node.Operands[1] is Elementwise { Operator: Operator.Negate } negated => node.Operands[0] - negated.Operand,
            Operator.Add when node.Operands[0] is Elementwise { Operator: Operator.Negate } negated => node.Operands[1] - negated.Operand,
            Operator.Subtract when node.Operands[1] is Elementwise { Operator: Operator.Negate } negated => node.Operands[0] + negated.Operand,
            Operator.Select when left is { } condition => condition != 0 ? node.Operands[1] : node.Operands[2],
            Operator.Select when node.Operands[1] == node.Operands[2] => node.Operands[1],
            _ => Narrowed(node),
        };
    }

    /// <summary>What is the same along an axis is computed once along it.</summary>
    private static Formula Narrowed(Elementwise node)
    {
        foreach (var operand in node.Operands)
        {
            if (operand is not Broadcast)
                return node;
        }

        var broadcasts = node.Operands.Cast<Broadcast>().ToArray();
        if (broadcasts.All(broadcast => broadcast.Operand.Type.Rank == 0))
            return Broadcast.Of(Elementwise.Of(node.Operator, [.. broadcasts.Select(broadcast => broadcast.Operand)]), node.Type.Axes);
        Extent[] axes = [.. node.Type.Axes.Select((extent, axis) => broadcasts.All(broadcast => broadcast.Repeats(axis)) ? Extent.One : extent)];
        return axes.SequenceEqual(node.Type.Axes)
            ? node
            : Broadcast.Of(Elementwise.Of(node.Operator, [.. broadcasts.Select(broadcast => Broadcast.Of(broadcast.Operand, axes))]), node.Type.Axes);
    }

    /// <summary>
    /// Computes what a target would compute alike; functions such as exp are left to it, so that it has them one way, and so are integers that
    /// wrap, divisions of integers, and numbers that are none.
    /// </summary>
    private static double? Evaluate(Elementwise node, double x, double y)
    {
        var element = node.Type.Element;
        if (element == ElementType.UInt32)
            return null;
        double? result = node.Operator switch
        {
            Operator.Negate => -x,
            Operator.Add => x + y,
            Operator.Subtract => x - y,
            Operator.Multiply => x * y,
            Operator.Divide when element.IsFloating() => x / y,
            Operator.Maximum => Math.Max(x, y),
            Operator.Minimum => Math.Min(x, y),
            Operator.Absolute => Math.Abs(x),
            Operator.Sqrt => Math.Sqrt(x),
            _ => null,
        };
        return result is { } number && (element.IsFloating() ? !double.IsNaN(number) && !double.IsInfinity(number) : element.Holds(number)) ? number : null;
    }
}
