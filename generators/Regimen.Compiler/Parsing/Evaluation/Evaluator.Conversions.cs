using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Compiler.Parsing.Evaluation;

// Conversions between types, written or inserted by the compiler.
internal sealed partial class Evaluator
{
    private object? Convert(IConversionOperation operation, Frame frame)
    {
        var value = Evaluate(operation.Operand, frame);
        if (operation.Type is not { } target)
            throw new NotEvaluableException(operation, WhyNot(operation));

        if (operation.OperatorMethod is { } converter)
        {
            // int → Index is how x[1] and 1..3 are written, array → span how a params span is given: neither changes the value here.
            if (converter.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true }
                && converter.ContainingType.Name is "Index" or "Span" or "ReadOnlySpan" && value is int or IndexValue or ArrayValue)
            {
                return value;
            }

            throw new NotEvaluableException(operation, $"converts by an operator of '{converter.ContainingType.Name}'");
        }

        if (operation.IsTryCast)
            return IsInstance(value, target, operation) ? value : null;

        return Convert(value, operation.Operand.Type, target, operation.IsChecked, operation);
    }

    private object? Convert(object? value, ITypeSymbol? source, ITypeSymbol target, bool isChecked, IOperation operation)
    {
        var simple = Simple(target);
        if (value is null)
        {
            return !target.IsValueType || target.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
                ? value
                : throw new NotEvaluableException(operation, "is null");
        }

        if (Numbers.IsNumeric(simple.SpecialType) && Numbers.IsNumber(value))
        {
            // Out of an object a number comes only as what it went in.
            if (source is { IsReferenceType: true } && Numbers.TypeOf(value) != simple.SpecialType)
                throw new NotEvaluableException(operation, $"is not of type '{target.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'");

            try
            {
                return Numbers.Convert(value, simple.SpecialType, isChecked);
            }
            catch (OverflowException)
            {
                throw new NotEvaluableException(operation, $"is outside the range of '{target.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'");
            }
        }

        if (value is TupleValue tuple && target is INamedTypeSymbol { IsTupleType: true } tupleType && tupleType.TupleElements.Length == tuple.Items.Length)
        {
            var from = source as INamedTypeSymbol;
            return new TupleValue([.. tuple.Items.Select((item, i) => Convert(
                item, from is { IsTupleType: true } ? from.TupleElements[i].Type : null, tupleType.TupleElements[i].Type, isChecked, operation))]);
        }

        if (value is LayerValue or string or bool or char || Numbers.IsNumber(value))
        {
            // To object, to an interface, or to itself.
            if (Numbers.TypeOf(value) == simple.SpecialType && simple.SpecialType != SpecialType.None)
                return value;
            if (value is LayerValue && IsLayer(target))
                return value;
            if (target.SpecialType == SpecialType.System_Object || target.TypeKind is TypeKind.Interface or TypeKind.TypeParameter || target.SpecialType == SpecialType.System_ValueType)
                return value;
            throw new NotEvaluableException(operation, $"is not of type '{target.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'");
        }

        return value;
    }

    /// <summary>An element as the type of the variable of a foreach, which may widen it.</summary>
    private object? ConvertItem(object? item, ITypeSymbol type, IOperation operation) => Convert(item, null, type, isChecked: false, operation);

    /// <summary>The type without <c>Nullable</c>, and for an enum the number below it.</summary>
    private static ITypeSymbol Simple(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        return type is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? underlying : type;
    }

    private static object? DefaultOf(ITypeSymbol type, IOperation operation)
    {
        if (type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return null;
        return Numbers.Zero(Simple(type).SpecialType) ?? throw new NotEvaluableException(operation, "is the default of a type that is not a number, bool or reference");
    }

    private static bool IsInstance(object? value, ITypeSymbol type, IOperation operation)
    {
        if (value is null)
            return false;
        if (type.SpecialType == SpecialType.System_Object)
            return true;
        if (IsLayer(type))
            return value is LayerValue;

        // An enum is held as its number, so that the two can't be told apart.
        if (type.TypeKind != TypeKind.Enum && Simple(type).SpecialType is var special && Numbers.TypeOf(value) != SpecialType.None
            && (Numbers.IsNumeric(special) || special is SpecialType.System_Boolean or SpecialType.System_String))
        {
            return Numbers.TypeOf(value) == special;
        }

        throw new NotEvaluableException(operation, "asks for a type that the evaluation does not keep");
    }

    private static bool IsLayer(ITypeSymbol type) => RegimenSymbols.Is(type, "Layer");
}
