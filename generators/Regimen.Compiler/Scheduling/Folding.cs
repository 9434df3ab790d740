using Regimen.Compiler.Formulas;

namespace Regimen.Compiler.Scheduling;

/// <summary>What writing out windows leaves to be known when compiling: positions, and what is made of them.</summary>
internal static class Folding
{
    public static Lowered Fold(Lowered node) => node switch
    {
        LoweredIndex { Index.IsConstant: true } index => new LoweredConstant(index.Index.Offset, index.Element),
        LoweredOperation { Operator: Operator.Select, Operands: [LoweredConstant condition, var yes, var no] } => condition.Value != 0 ? yes : no,
        LoweredOperation { Operands: [LoweredConstant left, LoweredConstant right] } operation => OfConstants(operation, left.Value, right.Value),
        LoweredOperation { Operator: Operator.Add, Operands: [LoweredConstant { Value: 0 }, var right] } => right,
        LoweredOperation { Operator: Operator.Add, Operands: [var left, LoweredConstant { Value: 0 }] } => left,
        LoweredCast { Operands: [LoweredConstant constant] } cast when cast.Element.IsFloating() || cast.Element == ElementType.Int32 =>
            new LoweredConstant(cast.Element == ElementType.Int32 ? Math.Truncate(constant.Value) : constant.Value, cast.Element),
        _ => node,
    };

    private static Lowered OfConstants(LoweredOperation node, double left, double right)
    {
        double? value = node.Operator switch
        {
            Operator.Add => left + right,
            Operator.Subtract => left - right,
            Operator.Multiply => left * right,
            Operator.Less => left < right ? 1 : 0,
            Operator.LessOrEqual => left <= right ? 1 : 0,
            Operator.Equal => left == right ? 1 : 0,
            _ => null,
        };
        return value is { } number && node.Element != ElementType.UInt32 ? new LoweredConstant(number, node.Element) : node;
    }
}
