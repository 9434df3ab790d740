using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Compiler.Parsing.Evaluation;

// Expressions that compute a value from values.
internal sealed partial class Evaluator
{
    private object? Evaluate(IOperation operation, Frame frame)
    {
        Enter(operation);

        // What the compiler folds already has exactly C#'s value.
        var value = operation.ConstantValue is { HasValue: true, Value: var constant } ? constant
            : nesting > NestingOnCallersThread && !isOnOwnThread ? EvaluateOnOwnThread(operation, frame)
            : EvaluateCore(operation, frame);
        nesting--;
        return value;
    }

    private object? EvaluateCore(IOperation operation, Frame frame) => operation switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation =>
            PlaceOf(operation, frame).Get(),
        IInvocationOperation call => Invoke(call, frame),
        IPropertyReferenceOperation property => Property(property, frame),
        IFieldReferenceOperation field => Field(field, frame),
        IConversionOperation conversion => Convert(conversion, frame),
        IBinaryOperation binary => Binary(binary, frame),
        IUnaryOperation unary => Unary(unary, frame),
        IConditionalOperation { WhenFalse: { } whenFalse } choice => Evaluate(IsTrue(choice.Condition, frame) ? choice.WhenTrue : whenFalse, frame),
        ISwitchExpressionOperation choice => SwitchExpression(choice, frame),
        ICoalesceOperation { Type: { } type } coalesce => Evaluate(coalesce.Value, frame) is { } present
            ? Convert(present, coalesce.Value.Type, type, isChecked: false, coalesce)
            : Evaluate(coalesce.WhenNull, frame),
        IIsPatternOperation test => Matches(test.Pattern, Evaluate(test.Value, frame), frame),
        ISimpleAssignmentOperation assignment => Assign(assignment, frame),
        ICompoundAssignmentOperation assignment => Assign(assignment, frame),
        ICoalesceAssignmentOperation assignment => Assign(assignment, frame),
        IIncrementOrDecrementOperation step => Increment(step, frame),
        IDeconstructionAssignmentOperation assignment => Assign(assignment, frame),
        ICollectionExpressionOperation collection => Collection(collection, frame),
        IArrayCreationOperation array => Array(array, frame),
        IObjectCreationOperation creation => Create(creation, frame),
        ITupleOperation tuple => new TupleValue([.. tuple.Elements.Select(element => Evaluate(element, frame))]),
        IRangeOperation range => new RangeValue(
            range.LeftOperand is null ? new IndexValue(0, fromEnd: false) : ToIndex(Evaluate(range.LeftOperand, frame)),
            range.RightOperand is null ? new IndexValue(0, fromEnd: true) : ToIndex(Evaluate(range.RightOperand, frame))),
        IDefaultValueOperation { Type: { } type } => DefaultOf(type, operation),
        IAnonymousFunctionOperation lambda => new FunctionValue(lambda.Symbol, lambda.Body, frame.Capture()),
        IDelegateCreationOperation creation => Evaluate(creation.Target, frame),
        IMethodReferenceOperation method => Reference(method, frame),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => ThisValue.Instance,
        ITranslatedQueryOperation query => Evaluate(query.Operation, frame),
        IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand, frame),
        _ => throw new NotEvaluableException(operation, WhyNot(operation)),
    };

    private bool IsTrue(IOperation condition, Frame frame) =>
        Evaluate(condition, frame) as bool? ?? throw new NotEvaluableException(condition, "is neither true nor false");

    private object? Binary(IBinaryOperation operation, Frame frame)
    {
        if (operation.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr && operation.OperatorMethod is null)
        {
            var decided = operation.OperatorKind == BinaryOperatorKind.ConditionalOr;
            return IsTrue(operation.LeftOperand, frame) == decided ? decided : IsTrue(operation.RightOperand, frame);
        }

        // Chains such as a + b + c + … nest to the left: they are walked down in a loop, so that a long sum needs no deep stack.
        var chain = new Stack<IBinaryOperation>();
        IOperation left = operation;
        while (left is IBinaryOperation { ConstantValue.HasValue: false } inner
            && inner.OperatorKind is not (BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr))
        {
            chain.Push(inner);
            left = inner.LeftOperand;
        }

        var value = Evaluate(left, frame);
        foreach (var link in chain)
        {
            Step(link);
            value = Binary(link, value, Evaluate(link.RightOperand, frame));
        }

        return value;
    }

    private static object? Binary(IBinaryOperation operation, object? left, object? right)
    {
        if (operation.OperatorMethod is not null && operation.OperatorMethod.ContainingType.SpecialType != SpecialType.System_String)
            throw new NotEvaluableException(operation, "uses an overloaded operator; use numbers, bools and strings");

        var kind = operation.OperatorKind;
        if (kind == BinaryOperatorKind.Add && operation.Type?.SpecialType == SpecialType.System_String)
            return Concatenate(operation, left, right);

        if (left is null || right is null)
        {
            return kind switch
            {
                BinaryOperatorKind.Equals => left is null && right is null,
                BinaryOperatorKind.NotEquals => left is not null || right is not null,
                // Lifted: a comparison with nothing is false, a sum with nothing is nothing.
                _ when !operation.IsLifted || left is bool || right is bool => throw new NotEvaluableException(operation, "has no value"),
                BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
                    or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual => false,
                _ => (object?)null,
            };
        }

        // Between objects, == asks whether they are the same one, which boxed numbers never are.
        if (operation.LeftOperand.Type is { IsReferenceType: true, SpecialType: not SpecialType.System_String })
            throw new NotEvaluableException(operation, "compares objects; compare numbers, bools, strings, or with null");

        return Compute(operation, kind, left, right, operation.IsChecked);
    }

    private static object Compute(IOperation operation, BinaryOperatorKind kind, object left, object right, bool isChecked)
    {
        try
        {
            return Arithmetic.Binary(kind, left, right, isChecked)
                ?? throw new NotEvaluableException(operation, "uses an operator that is evaluated on numbers, bools and strings only");
        }
        catch (DivideByZeroException)
        {
            throw new NotEvaluableException(operation, "divides by zero");
        }
        catch (OverflowException)
        {
            throw new NotEvaluableException(operation, "overflows");
        }
    }

    private static string Concatenate(IOperation operation, object? left, object? right)
    {
        // Numbers are left out: what they look like as text depends on the culture of the machine.
        if (left is not (string or char or null) || right is not (string or char or null))
            throw new NotEvaluableException(operation, "turns a value into text, which depends on the machine's culture");

        var text = string.Concat(left, right);
        return text.Length <= LongestString ? text : throw new NotEvaluableException(operation, FormattableString.Invariant($"makes a text of more than {LongestString:N0} characters"));
    }

    private object? Unary(IUnaryOperation operation, Frame frame)
    {
        var value = Evaluate(operation.Operand, frame);
        if (operation.OperatorMethod is not null)
            throw new NotEvaluableException(operation, "uses an overloaded operator; use numbers, bools and strings");
        if (operation.OperatorKind == UnaryOperatorKind.Hat)
            return new IndexValue(value is int count ? count : throw new NotEvaluableException(operation, WhyNot(operation)), fromEnd: true);
        if (value is null)
            return operation.IsLifted ? null : throw new NotEvaluableException(operation, "has no value");

        try
        {
            return Arithmetic.Unary(operation.OperatorKind, value, operation.IsChecked) ?? throw new NotEvaluableException(operation, WhyNot(operation));
        }
        catch (OverflowException)
        {
            throw new NotEvaluableException(operation, "overflows");
        }
    }

    private object? SwitchExpression(ISwitchExpressionOperation choice, Frame frame)
    {
        var value = Evaluate(choice.Value, frame);
        foreach (var arm in choice.Arms)
        {
            if (Matches(arm.Pattern, value, frame) && (arm.Guard is null || IsTrue(arm.Guard, frame)))
                return Evaluate(arm.Value, frame);
        }

        throw new NotEvaluableException(choice.Value, "matches no arm of the switch; add one, or '_ => …'");
    }

    private static IndexValue ToIndex(object? value) => value as IndexValue ?? new IndexValue(value as int? ?? 0, fromEnd: false);

    /// <summary>Why an expression has no value, where no rule knows it better.</summary>
    private static string WhyNot(IOperation operation) => operation switch
    {
        IInvalidOperation => "does not compile",
        { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak } => "is part of an iterator; return an array instead",
        IThrowOperation => "throws an exception",
        IAwaitOperation => "waits for something that happens while running",
        IInterpolatedStringOperation => "turns a value into text, which depends on the machine's culture",
        ITryOperation or IUsingOperation or ILockOperation or IUsingDeclarationOperation => "is a statement that a description of layers does not need",
        _ => "is not among the expressions that are evaluated while compiling; use constants, methods of Layers and methods of your own",
    };
}
