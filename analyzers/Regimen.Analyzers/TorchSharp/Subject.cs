using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp;

/// <summary>Which variable a call is made on. Only variables whose value cannot differ between two places of a method are told apart.</summary>
internal static class Subject
{
    /// <summary>The local, parameter, field or property of this object that the operation reads; null where it is anything else.</summary>
    public static ISymbol? Of(IOperation? operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand),
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand),
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Arguments.Length: 0 } property => property.Property,
        _ => null,
    };

    /// <summary>Whether both are the same variable; two unknown ones are not.</summary>
    public static bool Same(ISymbol? first, ISymbol? second) => first is not null && SymbolEqualityComparer.Default.Equals(first, second);

    /// <summary>Whether the symbol is declared inside the operation, so that it is another variable on every pass.</summary>
    public static bool IsDeclaredIn(ISymbol? symbol, IOperation operation) =>
        symbol is ILocalSymbol or IParameterSymbol && symbol.DeclaringSyntaxReferences.Any(reference =>
            reference.SyntaxTree == operation.Syntax.SyntaxTree && operation.Syntax.Span.Contains(reference.Span));

    /// <summary>Every place inside the operation that reads or writes the variable.</summary>
    public static IEnumerable<IOperation> References(IOperation operation, ISymbol symbol) =>
        operation.DescendantsAndSelf().Where(inner => inner is not (IConversionOperation or IParenthesizedOperation) && Same(Of(inner), symbol));

    /// <summary>What the operation is a part of, past parentheses and conversions that keep the object: one that an operator makes reads it.</summary>
    public static IOperation? Consumer(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
            parent = parent.Parent;
        return parent;
    }

    /// <summary>The operation without parentheses, and without conversions that keep the object: an operator makes another one.</summary>
    public static IOperation Unwrapped(IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Unwrapped(conversion.Operand),
        IParenthesizedOperation parenthesized => Unwrapped(parenthesized.Operand),
        _ => operation,
    };

    /// <summary>The expression as it is written, without any conversion: the number of <c>total = 0</c>, the text of <c>to("cpu")</c>.</summary>
    public static IOperation Bare(IOperation operation) => operation switch
    {
        IConversionOperation conversion => Bare(conversion.Operand),
        IParenthesizedOperation parenthesized => Bare(parenthesized.Operand),
        _ => operation,
    };

    /// <summary>The expression that a local is declared with; null where it has none or is another kind of variable.</summary>
    public static IOperation? InitialValue(IOperation root, ISymbol? symbol) => symbol is not ILocalSymbol ? null : root.DescendantsAndSelf()
        .OfType<IVariableDeclaratorOperation>()
        .FirstOrDefault(declarator => Same(declarator.Symbol, symbol))
        ?.GetVariableInitializer() is { } initializer ? Unwrapped(initializer.Value) : null;
}
