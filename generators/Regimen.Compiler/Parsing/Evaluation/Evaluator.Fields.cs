using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Compiler.Parsing.Evaluation;

// Fields and auto-properties: what their initialisers say, where nothing can change it before Network() runs.
internal sealed partial class Evaluator
{
    private readonly Dictionary<ISymbol, object?> initials = new(SymbolEqualityComparer.Default);
    private readonly List<ISymbol> initialising = [];

    private object? Field(IFieldReferenceOperation reference, Frame frame)
    {
        var field = reference.Field;
        if (field.ContainingType is { IsTupleType: true } && reference.Instance is not null)
            return TupleItem(reference, frame);
        if (field.IsStatic && field.Name == nameof(string.Empty) && field.ContainingType.SpecialType == SpecialType.System_String)
            return "";
        if (!field.IsStatic || !field.IsReadOnly)
            throw new NotEvaluableException(reference, "can change while running; make it const or static readonly");
        if (!IsInSource(field))
            throw new NotEvaluableException(reference, "is not in this project's source, so its value is not known");
        return Initial(field, reference);
    }

    private object? TupleItem(IFieldReferenceOperation reference, Frame frame)
    {
        var field = reference.Field.CorrespondingTupleField ?? reference.Field;
        if (Evaluate(reference.Instance!, frame) is TupleValue tuple && field.Name.StartsWith("Item", StringComparison.Ordinal)
            && int.TryParse(field.Name.Substring(4), out var number) && number >= 1 && number <= tuple.Items.Length)
        {
            return tuple.Items[number - 1];
        }

        throw new NotEvaluableException(reference, WhyNot(reference));
    }

    private object? Initial(ISymbol member, IOperation reference)
    {
        if (initials.TryGetValue(member, out var known))
            return known;
        if (member.ContainingType.StaticConstructors.Any(constructor => !constructor.IsImplicitlyDeclared))
            throw new NotEvaluableException(reference, $"may be set by the static constructor of '{member.ContainingType.Name}'; make it const");
        if (initialising.Contains(member, SymbolEqualityComparer.Default))
            throw new NotEvaluableException(reference, "depends on itself");

        // Initialisers run from top to bottom, so that one which reads a later member sees it empty.
        var syntax = member.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        if (initialising.LastOrDefault(other => SymbolEqualityComparer.Default.Equals(other.ContainingType, member.ContainingType)) is { } earlier
            && earlier.DeclaringSyntaxReferences[0] is var before
            && (before.SyntaxTree != syntax.SyntaxTree || before.Span.Start < syntax.SpanStart))
        {
            throw new NotEvaluableException(reference, $"is initialised after '{earlier.Name}'; declare it above, in the same file");
        }

        var value = syntax switch
        {
            VariableDeclaratorSyntax field => field.Initializer,
            PropertyDeclarationSyntax property => property.Initializer,
            _ => null,
        };
        if (value is null)
            throw new NotEvaluableException(reference, "has no initialiser");
        var operation = Model(syntax.SyntaxTree).GetOperation(value, cancellation) as ISymbolInitializerOperation
            ?? throw new NotEvaluableException(reference, "has no initialiser that can be read");

        initialising.Add(member);
        var result = Evaluate(operation.Value, new Frame(null, null));
        initialising.RemoveAt(initialising.Count - 1);
        initials.Add(member, result);
        return result;
    }
}
