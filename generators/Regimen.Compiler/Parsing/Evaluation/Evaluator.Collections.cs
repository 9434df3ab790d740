using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Compiler.Parsing.Evaluation;

// Arrays, lists and what is enumerated.
internal sealed partial class Evaluator
{
    private object Collection(ICollectionExpressionOperation collection, Frame frame)
    {
        List<object?> items = [];
        foreach (var element in collection.Elements)
        {
            Step(element);
            if (element is ISpreadOperation spread)
            {
                // The element's conversion is a property of the collection's type; numbers are widened to it.
                foreach (var item in Items(Evaluate(spread.Operand, frame), spread.Operand))
                    items.Add(ElementType(collection.Type) is { } type ? ConvertItem(item, type, spread) : item);
            }
            else
            {
                items.Add(Evaluate(element, frame));
            }
        }

        return IsList(collection.Type) ? new ListValue(items) : new ArrayValue([.. items]);
    }

    private ArrayValue Array(IArrayCreationOperation array, Frame frame)
    {
        if (array.DimensionSizes is not [var size])
            throw new NotEvaluableException(array, "has more than one dimension");

        var length = Evaluate(size, frame);
        if (array.Initializer is { } initializer)
        {
            Step(array, initializer.ElementValues.Length);
            return new ArrayValue([.. initializer.ElementValues.Select(value => Evaluate(value, frame))]);
        }

        if (!Numbers.IsNumber(length) || ToInt64(length!) is not (>= 0 and <= MostSteps) || array.Type is not IArrayTypeSymbol { ElementType: var type })
            throw new NotEvaluableException(size, FormattableString.Invariant($"is not a length between 0 and {MostSteps:N0}"));

        Step(array, (int)ToInt64(length!));
        var items = new object?[(int)ToInt64(length!)];
        if (items.Length > 0)
        {
            var zero = DefaultOf(type, array);
            for (var i = 0; i < items.Length; i++)
                items[i] = zero;
        }

        return new ArrayValue(items);
    }

    private ListValue Create(IObjectCreationOperation creation, Frame frame)
    {
        if (!IsList(creation.Type))
        {
            throw new NotEvaluableException(creation, WhyNotKnown(creation.Constructor)
                ?? "makes an object that is not evaluated while compiling; use arrays, List<T>, tuples and methods of Layers");
        }

        var list = new ListValue([]);
        foreach (var argument in creation.Arguments)
        {
            // A number is a capacity, anything else is copied.
            var value = Evaluate(argument.Value, frame);
            if (value is not int)
                list.Items.AddRange(Items(value, argument.Value));
        }

        foreach (var step in creation.Initializer?.Initializers ?? [])
        {
            if (step is not IInvocationOperation { Instance: IInstanceReferenceOperation, TargetMethod.Name: nameof(List<>.Add), Arguments: [var item] })
                throw new NotEvaluableException(step, WhyNot(step));
            list.Items.Add(Evaluate(item.Value, frame));
        }

        return list;
    }

    /// <summary>Enumerates a value as foreach does; every element is a step.</summary>
    private IEnumerable<object?> Items(object? value, IOperation operation)
    {
        IEnumerable<object?> items = value switch
        {
            ArrayValue array => array.Items,
            ListValue list => list.Items,
            SequenceValue sequence => sequence.Items,
            string text => text.Select(letter => (object?)letter),
            null => throw new NotEvaluableException(operation, "is null"),
            _ => throw new NotEvaluableException(operation, "is not an array, a list or a sequence"),
        };
        return Enumerate(items, operation);
    }

    private IEnumerable<object?> Enumerate(IEnumerable<object?> items, IOperation operation)
    {
        using var enumerator = items.GetEnumerator();
        while (true)
        {
            Step(operation);
            Nest(operation);
            bool more;
            try
            {
                more = enumerator.MoveNext();
            }
            catch (InvalidOperationException)
            {
                throw new NotEvaluableException(operation, "is changed while it is enumerated");
            }

            nesting--;
            if (!more)
                yield break;
            yield return enumerator.Current;
        }
    }

    private static bool IsList(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "List", Arity: 1 } && type.ContainingNamespace.ToDisplayString() == "System.Collections.Generic";

    private static ITypeSymbol? ElementType(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element] } => element,
        _ => null,
    };
}
