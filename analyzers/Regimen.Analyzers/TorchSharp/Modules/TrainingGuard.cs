using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>Whether code runs only while its module trains, because a condition around it, or an exit before it, says so.</summary>
internal static class TrainingGuard
{
    /// <summary>How far private methods are followed to their callers; more are a circle.</summary>
    private const int MaximumDepth = 4;

    /// <summary>Whether the operation runs only in training.</summary>
    public static bool Guards(IOperation operation, ISymbol owner, ModuleView type) => Guards(operation, owner, type, 0);

    private static bool Guards(IOperation operation, ISymbol owner, ModuleView type, int depth)
    {
        for (var (child, parent) = (operation, operation.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            var isGuarded = parent switch
            {
                IConditionalOperation choice => (child == choice.WhenTrue && Means(choice.Condition, true, type)) || (child == choice.WhenFalse && Means(choice.Condition, false, type)),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => child == both.RightOperand && Means(both.LeftOperand, true, type),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => child == either.RightOperand && Means(either.LeftOperand, false, type),
                ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } arm => child == arm.Value && (IsCase(choice.Value, arm.Pattern, type) || (arm.Guard is { } guard && Means(guard, true, type))),
                ISwitchCaseOperation { Parent: ISwitchOperation choice } section => section.Body.Contains(child) && section.Clauses.Length == 1 && section.Clauses[0] switch
                {
                    ISingleValueCaseClauseOperation single => single.Value.ConstantValue is { HasValue: true, Value: bool value } && Means(choice.Value, value, type),
                    IPatternCaseClauseOperation pattern => IsCase(choice.Value, pattern.Pattern, type) || (pattern.Guard is { } guard && Means(guard, true, type)),
                    _ => false,
                },
                IWhileLoopOperation { ConditionIsTop: true, Condition: { } condition } loop => child == loop.Body && Means(condition, true, type),
                IBlockOperation block => block.Operations.TakeWhile(before => before != child).Any(before => before is IConditionalOperation exit
                    && ((Exits(exit.WhenTrue) && Means(exit.Condition, false, type)) || (Exits(exit.WhenFalse) && Means(exit.Condition, true, type)))),
                _ => false,
            };
            if (isGuarded)
                return true;
        }

        // A private method runs when its callers run.
        if (depth == MaximumDepth || owner is not IMethodSymbol { DeclaredAccessibility: Accessibility.Private, MethodKind: MethodKind.Ordinary } method)
            return false;
        var isCalled = false;
        foreach (var body in type.Bodies)
        {
            foreach (var use in body.Operations)
            {
                switch (use)
                {
                    case IInvocationOperation call when SymbolEqualityComparer.Default.Equals(call.TargetMethod, method):
                        if (!Guards(call, body.Owner, type, depth + 1))
                            return false;
                        isCalled = true;
                        break;
                    case IMethodReferenceOperation given when SymbolEqualityComparer.Default.Equals(given.Method, method):
                        return false;
                }
            }
        }

        return isCalled;
    }

    private static bool IsCase(IOperation value, IPatternOperation pattern, ModuleView type) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool wanted } } => Means(value, wanted, type),
        INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool unwanted } } } => Means(value, !unwanted, type),
        _ => false,
    };

    /// <summary>Whether the module trains where the condition has this value.</summary>
    private static bool Means(IOperation condition, bool value, ModuleView type)
    {
        condition = Subject.Unwrapped(condition);
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Means(not.Operand, !value, type);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both:
                return value ? Means(both.LeftOperand, true, type) || Means(both.RightOperand, true, type) : Means(both.LeftOperand, false, type) && Means(both.RightOperand, false, type);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } either:
                return value ? Means(either.LeftOperand, true, type) && Means(either.RightOperand, true, type) : Means(either.LeftOperand, false, type) || Means(either.RightOperand, false, type);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                var isEqual = comparison.OperatorKind == BinaryOperatorKind.Equals;
                return comparison.RightOperand.ConstantValue is { HasValue: true, Value: bool right }
                    ? Means(comparison.LeftOperand, value == (isEqual == right), type)
                    : comparison.LeftOperand.ConstantValue is { HasValue: true, Value: bool left } && Means(comparison.RightOperand, value == (isEqual == left), type);
            case IIsPatternOperation pattern:
                return pattern.Pattern switch
                {
                    IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool wanted } } => Means(pattern.Value, value == wanted, type),
                    INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool unwanted } } } => Means(pattern.Value, value != unwanted, type),
                    _ => false,
                };
        }

        if (type.Origin(condition) is var origin && origin != condition)
            return Means(origin, value, type);
        var name = condition switch
        {
            IMemberReferenceOperation member => member.Member.Name,
            IInvocationOperation call => call.TargetMethod.Name,
            _ => Subject.Of(condition)?.Name,
        };
        return name is not null && (value ? SaysTraining(name) : SaysEvaluation(name));
    }

    /// <summary>The module's own <c>training</c>, or a flag of the user's that is called so.</summary>
    private static bool SaysTraining(string name) => name.IndexOf("train", StringComparison.OrdinalIgnoreCase) is >= 0 and var at
        && !new[] { "trained", "trainable", "trainer" }.Any(other => string.Compare(name, at, other, 0, other.Length, StringComparison.OrdinalIgnoreCase) == 0);

    private static bool SaysEvaluation(string name) =>
        new[] { "eval", "infer", "predict", "test" }.Any(mode => name.IndexOf(mode, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>Whether nothing behind the statement is reached from it.</summary>
    private static bool Exits(IOperation? statement) => statement switch
    {
        IBlockOperation block => Exits(block.Operations.LastOrDefault()),
        IReturnOperation or IBranchOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } or IThrowOperation => true,
        IConditionalOperation { WhenFalse: { } other } both => Exits(both.WhenTrue) && Exits(other),
        _ => false,
    };
}
