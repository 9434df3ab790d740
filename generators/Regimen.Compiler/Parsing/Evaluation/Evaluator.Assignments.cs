using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Compiler.Parsing.Evaluation;

// Variables and elements, and what is written to them.
internal sealed partial class Evaluator
{
    /// <summary>Something with a value that can be replaced. Its parts (array, index) are evaluated once, before the value that is assigned.</summary>
    private readonly struct Place(Func<object?> get, Action<object?> set)
    {
        public object? Get() => get();

        public void Set(object? value) => set(value);
    }

    private Place PlaceOf(IOperation target, Frame frame)
    {
        switch (target)
        {
            case ILocalReferenceOperation { IsDeclaration: true } local:
                return Of(frame.Declare(local.Local, null));
            case ILocalReferenceOperation local:
                return Of(frame.Find(local.Local) ?? throw new NotEvaluableException(local, "has no value yet"));
            case IParameterReferenceOperation parameter:
                return Of(frame.Find(parameter.Parameter) ?? throw new NotEvaluableException(parameter, "is a parameter whose argument is not known"));
            case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation local }:
                return Of(frame.Declare(local.Local, null));
            case IDiscardOperation:
                return new Place(() => null, _ => { });
            case IArrayElementReferenceOperation { Indices: [var index] } element:
                return Element(Evaluate(element.ArrayReference, frame), Evaluate(index, frame), element);
            case IImplicitIndexerReferenceOperation { Instance: { } instance } element:
                return Element(Evaluate(instance, frame), Evaluate(element.Argument, frame), element);
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance, Arguments: [var argument] } element:
                return Element(Evaluate(instance, frame), Evaluate(argument.Value, frame), element);
            default:
                throw new NotEvaluableException(target, "can't be assigned while compiling; assign locals and elements of local arrays and lists");
        }
    }

    private static Place Of(Variable variable) => new(() => variable.Value, value => variable.Value = value);

    private Place Element(object? list, object? index, IOperation operation)
    {
        if (list is not (ArrayValue or ListValue))
            throw new NotEvaluableException(operation, list is null ? "reads an element of null" : "reads an element of something that is neither array nor list");

        IList<object?> items = list is ArrayValue array ? array.Items : ((ListValue)list).Items;
        switch (index)
        {
            case int or long or uint or ulong or IndexValue:
                var position = index is IndexValue fromEnd ? fromEnd.Offset(items.Count) : index is ulong large ? unchecked((long)large) : ToInt64(index);
                if (position < 0 || position >= items.Count)
                    throw new NotEvaluableException(operation, FormattableString.Invariant($"reads element {position} of {items.Count}"));
                return new Place(() => items[(int)position], value => items[(int)position] = value);
            case RangeValue range:
                var (start, end) = (range.Start.Offset(items.Count), range.End.Offset(items.Count));
                if (start < 0 || end < start || end > items.Count)
                    throw new NotEvaluableException(operation, FormattableString.Invariant($"reads elements {start}..{end} of {items.Count}"));
                Step(operation, end - start);
                object?[] slice = [.. items.Skip(start).Take(end - start)];
                object copy = list is ArrayValue ? new ArrayValue(slice) : new ListValue([.. slice]);
                return new Place(() => copy, _ => throw new NotEvaluableException(operation, WhyNot(operation)));
            default:
                throw new NotEvaluableException(operation, WhyNot(operation));
        }
    }

    private static long ToInt64(object number) => System.Convert.ToInt64(number, System.Globalization.CultureInfo.InvariantCulture);

    private object? Assign(ISimpleAssignmentOperation assignment, Frame frame)
    {
        if (assignment.IsRef)
            throw new NotEvaluableException(assignment, WhyNot(assignment));
        var place = PlaceOf(assignment.Target, frame);
        var value = Evaluate(assignment.Value, frame);
        place.Set(value);
        return value;
    }

    private object? Assign(ICompoundAssignmentOperation assignment, Frame frame)
    {
        var place = PlaceOf(assignment.Target, frame);
        var left = place.Get();
        var right = Evaluate(assignment.Value, frame);
        object? value;
        if (assignment.OperatorMethod is { ContainingType.SpecialType: not SpecialType.System_String })
        {
            throw new NotEvaluableException(assignment, "uses an overloaded operator; use numbers, bools and strings");
        }
        else if (assignment.Type?.SpecialType == SpecialType.System_String)
        {
            value = Concatenate(assignment, left, right);
        }
        else if (left is null || right is null)
        {
            value = assignment.IsLifted ? null : throw new NotEvaluableException(assignment, "has no value");
        }
        else
        {
            // The operator is that of the wider operand; the result goes back into the target's type.
            var isShift = assignment.OperatorKind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift;
            left = !Numbers.IsNumber(left) ? left : isShift ? Numbers.Promote(left) : Numbers.Convert(left, Numbers.TypeOf(right), isChecked: false);
            value = Compute(assignment, assignment.OperatorKind, left, right, assignment.IsChecked);
            value = Convert(value, null, assignment.Target.Type!, assignment.IsChecked, assignment);
        }

        place.Set(value);
        return value;
    }

    private object? Assign(ICoalesceAssignmentOperation assignment, Frame frame)
    {
        var place = PlaceOf(assignment.Target, frame);
        if (place.Get() is { } present)
            return present;
        var value = Evaluate(assignment.Value, frame);
        place.Set(value);
        return value;
    }

    private object? Increment(IIncrementOrDecrementOperation operation, Frame frame)
    {
        var place = PlaceOf(operation.Target, frame);
        var before = place.Get();
        if (before is null || !Numbers.IsNumber(before) || operation.OperatorMethod is not null)
            throw new NotEvaluableException(operation, "counts something that is not a number");

        var promoted = Numbers.Promote(before);
        var one = Numbers.Convert(1, Numbers.TypeOf(promoted), isChecked: true);
        var kind = operation.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        var after = Convert(Compute(operation, kind, promoted, one, operation.IsChecked), null, operation.Target.Type!, operation.IsChecked, operation);
        place.Set(after);
        return operation.IsPostfix ? before : after;
    }

    private object? Assign(IDeconstructionAssignmentOperation assignment, Frame frame)
    {
        // Left to right: places, then values, then writes, so that (a, b) = (b, a) swaps.
        List<(IOperation Target, Place Place)> places = [];
        Places(assignment.Target, frame, places);
        var value = Evaluate(assignment.Value, frame);
        var next = 0;
        Fill(assignment.Target, value, places, ref next);
        return value;
    }

    private void Deconstruct(IOperation target, object? value, Frame frame)
    {
        List<(IOperation Target, Place Place)> places = [];
        Places(target, frame, places);
        var next = 0;
        Fill(target, value, places, ref next);
    }

    private void Places(IOperation target, Frame frame, List<(IOperation Target, Place Place)> places)
    {
        Step(target);
        switch (target)
        {
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                    Places(element, frame, places);
                break;
            case IDeclarationExpressionOperation { Expression: ITupleOperation tuple }:
                Places(tuple, frame, places);
                break;
            case ILocalReferenceOperation { Local: var local } when frame.Find(local) is null || target.Parent is IDeclarationExpressionOperation || IsDeclared(target):
                places.Add((target, Of(frame.Declare(local, null))));
                break;
            default:
                places.Add((target, PlaceOf(target, frame)));
                break;
        }
    }

    // var (a, b) declares its variables at the tuple around them.
    private static bool IsDeclared(IOperation target)
    {
        var parent = target.Parent;
        while (parent is ITupleOperation)
            parent = parent.Parent;
        return parent is IDeclarationExpressionOperation;
    }

    private void Fill(IOperation target, object? value, List<(IOperation Target, Place Place)> places, ref int next)
    {
        var tuple = target as ITupleOperation ?? (target as IDeclarationExpressionOperation)?.Expression as ITupleOperation;
        if (tuple is null)
        {
            var (operation, place) = places[next++];
            place.Set(operation.Type is null || operation is IDiscardOperation ? value : ConvertItem(value, operation.Type, operation));
            return;
        }

        if (value is not TupleValue parts || parts.Items.Length != tuple.Elements.Length)
            throw new NotEvaluableException(target, "takes apart something that is not a tuple");
        for (var i = 0; i < parts.Items.Length; i++)
            Fill(tuple.Elements[i], parts.Items[i], places, ref next);
    }
}
