using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Compiler.Parsing.Evaluation;

// The library's methods and properties whose meaning is known here.
internal sealed partial class Evaluator
{
    private object? KnownCall(IInvocationOperation call, Frame frame)
    {
        var method = call.TargetMethod;
        var type = method.ContainingType.OriginalDefinition.ToDisplayString();
        if (!method.IsStatic)
        {
            var instance = call.Instance is null ? null : Evaluate(call.Instance, frame);
            return (instance, method.Name) switch
            {
                (ListValue list, _) => ListCall(list, call, frame),
                (int or double or bool or long, "GetValueOrDefault") when method.Parameters.IsEmpty => instance,
                (null, "GetValueOrDefault") when method.Parameters.IsEmpty && method.ReturnType is { } result => DefaultOf(result, call),
                _ => throw new NotEvaluableException(call, WhyNotKnown(method) ?? NotKnown),
            };
        }

        switch (type)
        {
            case "System.Math" or "System.MathF":
                var arguments = Arguments(call, frame);
                try
                {
                    return KnownMath.Call(method.Name, arguments) is { } value && method.ReturnType.SpecialType is var special && Numbers.IsNumeric(special)
                        ? Numbers.Convert(value, special, isChecked: true)
                        : throw new NotEvaluableException(call, NotKnown);
                }
                catch (OverflowException)
                {
                    throw new NotEvaluableException(call, "overflows");
                }
                catch (ArgumentException)
                {
                    throw new NotEvaluableException(call, "throws an exception");
                }

            case "System.Linq.Enumerable":
                return Linq(call, frame);
            case "System.Array" when method is { Name: "Empty", Parameters.IsEmpty: true }:
                return new ArrayValue([]);
            default:
                throw new NotEvaluableException(call, WhyNotKnown(method) ?? NotKnown);
        }
    }

    private object? KnownProperty(IPropertyReferenceOperation reference, Frame frame)
    {
        var property = reference.Property;
        if (property.IsStatic || reference.Instance is null)
            throw new NotEvaluableException(reference, WhyNotKnown(property) ?? "is not in this project's source, so its value is not known");
        if (property.IsIndexer)
            return PlaceOf(reference, frame).Get();

        var instance = Evaluate(reference.Instance, frame);
        return (instance, property.Name) switch
        {
            (ArrayValue array, "Length" or "Count") => array.Items.Length,
            (ArrayValue array, "LongLength") => (long)array.Items.Length,
            (ArrayValue array, "IsEmpty") => array.Items.Length == 0,
            (ListValue list, "Count") => list.Items.Count,
            (string text, "Length") => text.Length,
            (_, "HasValue") when IsNullable(property) => instance is not null,
            (not null, "Value") when IsNullable(property) => instance,
            (null, _) => throw new NotEvaluableException(reference, $"reads '{property.Name}' of null"),
            _ => throw new NotEvaluableException(reference, WhyNotKnown(property) ?? NotKnown),
        };
    }

    private static bool IsNullable(IPropertySymbol property) => property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private object? ListCall(ListValue list, IInvocationOperation call, Frame frame)
    {
        var items = list.Items;
        switch (call.TargetMethod.Name, Arguments(call, frame))
        {
            case (nameof(List<>.Add), [var item]):
                items.Add(item);
                return null;
            case (nameof(List<>.AddRange), [var more]):
                items.AddRange([.. Items(more, call)]);
                return null;
            case (nameof(List<>.Insert), [int index, var item]) when index >= 0 && index <= items.Count:
                items.Insert(index, item);
                return null;
            case (nameof(List<>.RemoveAt), [int index]) when index >= 0 && index < items.Count:
                items.RemoveAt(index);
                return null;
            case (nameof(List<>.Reverse), []):
                items.Reverse();
                return null;
            case (nameof(List<>.Clear), []):
                items.Clear();
                return null;
            case (nameof(List<>.ToArray), []):
                Step(call, items.Count);
                return new ArrayValue([.. items]);
            default:
                throw new NotEvaluableException(call, NotKnown);
        }
    }

    private object? Linq(IInvocationOperation call, Frame frame)
    {
        // Operators are as lazy as the program's: a lambda runs when its element is asked for.
        object? Apply(object? function, params object?[] values) => function is FunctionValue known
            ? CallFunction(known, values, call)
            : throw new NotEvaluableException(call, "calls a delegate that is not known");
        IEnumerable<object?> Source(object? value) => Items(value, call);
        bool Takes(int parameters) => call.TargetMethod.Parameters is [.., { Type: INamedTypeSymbol { DelegateInvokeMethod.Parameters.Length: var count } }] && count == parameters;

        switch (call.TargetMethod.Name, Arguments(call, frame))
        {
            case (nameof(Enumerable.Range), [int start, int count]) when count >= 0 && (long)start + count - 1 <= int.MaxValue:
                return new SequenceValue(Enumerable.Range(start, count).Select(number => (object?)number));
            case (nameof(Enumerable.Repeat), [var item, int count]) when count >= 0:
                return new SequenceValue(Enumerable.Repeat(item, count));
            case (nameof(Enumerable.Empty), []):
                return new SequenceValue([]);
            case (nameof(Enumerable.Select), [var source, var selector]) when Takes(1):
                return new SequenceValue(Source(source).Select(item => Apply(selector, item)));
            case (nameof(Enumerable.Select), [var source, var selector]) when Takes(2):
                return new SequenceValue(Source(source).Select((item, index) => Apply(selector, item, index)));
            case (nameof(Enumerable.SelectMany), [var source, var selector]) when Takes(1):
                return new SequenceValue(Source(source).SelectMany(item => Source(Apply(selector, item))));
            case (nameof(Enumerable.Where), [var source, var predicate]) when Takes(1):
                return new SequenceValue(Source(source).Where(item => true.Equals(Apply(predicate, item))));
            case (nameof(Enumerable.Concat), [var first, var second]):
                return new SequenceValue(Source(first).Concat(Source(second)));
            case (nameof(Enumerable.Append), [var source, var item]):
                return new SequenceValue(Source(source).Concat([item]));
            case (nameof(Enumerable.Prepend), [var source, var item]):
                return new SequenceValue(new[] { item }.Concat(Source(source)));
            case (nameof(Enumerable.Reverse), [var source]):
                return new SequenceValue(Source(source).Reverse());
            case (nameof(Enumerable.Take), [var source, int count]):
                return new SequenceValue(Source(source).Take(count));
            case (nameof(Enumerable.Skip), [var source, int count]):
                return new SequenceValue(Source(source).Skip(count));
            case (nameof(Enumerable.Zip), [var first, var second]):
                return new SequenceValue(Source(first).Zip(Source(second), (a, b) => (object?)new TupleValue([a, b])));
            case (nameof(Enumerable.Count), [var source]):
                return Source(source).Count();
            case (nameof(Enumerable.ToArray), [var source]):
                return new ArrayValue([.. Source(source)]);
            case (nameof(Enumerable.ToList), [var source]):
                return new ListValue([.. Source(source)]);
            default:
                throw new NotEvaluableException(call, NotKnown);
        }
    }

    private const string NotKnown = "is not among the library's methods that are evaluated while compiling; compute it with operators or in a static method of your own";

    /// <summary>What is known about a member of the library that can't be evaluated.</summary>
    private static string? WhyNotKnown(ISymbol? member) => member?.ContainingType?.OriginalDefinition.ToDisplayString() switch
    {
        null => null,
        "System.DateTime" or "System.DateTimeOffset" or "System.TimeProvider" or "System.Diagnostics.Stopwatch" => "reads the clock, so it is not constant",
        "System.Random" or "System.Guid" or "System.Security.Cryptography.RandomNumberGenerator" => "is random, so it is not constant",
        "System.Environment" or "System.Console" or "System.AppContext" => "reads the machine it runs on, so it is not constant",
        var name when name.StartsWith("System.IO.", StringComparison.Ordinal) => "reads files, so it is not constant",
        _ => null,
    };
}
