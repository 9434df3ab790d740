using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Regimen.Compiler.Model;

namespace Regimen.Compiler.Parsing.Evaluation;

/// <summary>Values as source-like text for labels.</summary>
internal static class ValueText
{
    private const int Deepest = 3;

    /// <summary>The value as an expression of this type.</summary>
    public static string Of(object? value, ITypeSymbol? type) => Of(value, type, Deepest);

    private static string Of(object? value, ITypeSymbol? type, int depth) => value switch
    {
        // An array may contain itself.
        ArrayValue or ListValue or TupleValue when depth == 0 => "…",
        null => "null",
        LayerValue layer => layer.Label.Length > 0 ? layer.Label : layer.Kind + "(" + string.Join(", ", layer.Given.Select(argument => argument.ToString())) + (layer.Children.IsEmpty ? ")" : "…)"),
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        char letter => SymbolDisplay.FormatLiteral(letter, quote: true),
        ArrayValue array => List(array.Items, type, depth),
        ListValue list => List(list.Items, type, depth),
        TupleValue tuple => "(" + string.Join(", ", tuple.Items.Select(item => Of(item, null, depth - 1))) + ")",
        _ when EnumMember(value, type) is { } member => type!.Name + "." + member,
        _ when value is bool || Numbers.IsNumber(value) => ArgumentSpec.Literal(value),
        _ => "…",
    };

    /// <summary>The name of the member of an enum that has this value; null where the type is no enum or has no such member.</summary>
    public static string? EnumMember(object? value, ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Enum })
            return null;
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && Equals(field.ConstantValue, value))
                return field.Name;
        }

        return null;
    }

    private static string List(IReadOnlyList<object?> items, ITypeSymbol? type, int depth)
    {
        // A label is one line of a comment: a long list is cut.
        const int most = 8;
        var element = (type as IArrayTypeSymbol)?.ElementType;
        var texts = items.Take(most).Select(item => Of(item, element, depth - 1));
        return "[" + string.Join(", ", texts) + (items.Count > most ? ", …]" : "]");
    }
}
