using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Compiler.Parsing.Evaluation;

// Patterns of is, switch statements and switch expressions.
internal sealed partial class Evaluator
{
    private bool Matches(IPatternOperation pattern, object? value, Frame frame)
    {
        Enter(pattern);
        var matches = MatchesCore(pattern, value, frame);
        nesting--;
        return matches;
    }

    private bool MatchesCore(IPatternOperation pattern, object? value, Frame frame)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return true;
            case IConstantPatternOperation constant:
                return Equals(Evaluate(constant.Value, frame), value);
            case IRelationalPatternOperation relation:
                return value is not null && Evaluate(relation.Value, frame) is { } bound && bound.GetType() == value.GetType()
                    && true.Equals(Compute(relation, relation.OperatorKind, Numbers.Promote(value), Numbers.Promote(bound), isChecked: false));
            case INegatedPatternOperation negated:
                return !Matches(negated.Pattern, value, frame);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                return Matches(both.LeftPattern, value, frame) && Matches(both.RightPattern, value, frame);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either:
                return Matches(either.LeftPattern, value, frame) || Matches(either.RightPattern, value, frame);
            case ITypePatternOperation type:
                return IsInstanceOf(pattern, type.MatchedType, value);
            case IDeclarationPatternOperation declaration:
                if (!declaration.MatchesNull && !IsInstanceOf(pattern, declaration.MatchedType ?? pattern.NarrowedType, value))
                    return false;
                if (declaration.DeclaredSymbol is { } variable)
                    frame.Declare(variable, value);
                return true;
            case IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true } recursive:
                return MatchesTuple(recursive, value, frame);
            default:
                throw new NotEvaluableException(pattern, WhyNot(pattern));
        }
    }

    // A value is always an instance of its own static type; only others are looked at.
    private static bool IsInstanceOf(IPatternOperation pattern, ITypeSymbol type, object? value) =>
        value is not null && (SymbolEqualityComparer.Default.Equals(Simple(type), Simple(pattern.InputType)) || IsInstance(value, type, pattern));

    private bool MatchesTuple(IRecursivePatternOperation pattern, object? value, Frame frame)
    {
        if (value is null)
            return false;
        if (!pattern.DeconstructionSubpatterns.IsEmpty)
        {
            if (value is not TupleValue tuple || tuple.Items.Length != pattern.DeconstructionSubpatterns.Length)
                throw new NotEvaluableException(pattern, WhyNot(pattern));
            for (var i = 0; i < tuple.Items.Length; i++)
            {
                if (!Matches(pattern.DeconstructionSubpatterns[i], tuple.Items[i], frame))
                    return false;
            }
        }
        else if (!IsInstanceOf(pattern, pattern.MatchedType, value))
        {
            return false;
        }

        if (pattern.DeclaredSymbol is { } variable)
            frame.Declare(variable, value);
        return true;
    }
}
