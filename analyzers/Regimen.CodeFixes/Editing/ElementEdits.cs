using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Regimen.CodeFixes.Editing;

/// <summary>Edits of the elements of a list that is written out: the arguments of a call, a collection expression, an initialiser.</summary>
internal static class ElementEdits
{
    /// <summary>The element that is exactly this expression: an argument, an element of a collection, or the expression itself in an initialiser. Null where it is not an element.</summary>
    public static SyntaxNode? ElementOf(SyntaxNode? expression)
    {
        while (expression?.Parent is ParenthesizedExpressionSyntax parent)
            expression = parent;
        return expression?.Parent switch
        {
            ArgumentSyntax { Parent: ArgumentListSyntax } argument => argument,
            ExpressionElementSyntax element => element,
            InitializerExpressionSyntax => expression,
            _ => null,
        };
    }

    /// <summary>The elements of the list that this element belongs to.</summary>
    public static IReadOnlyList<SyntaxNode> Siblings(SyntaxNode element) => element.Parent is { } list ? [.. Parts(list).Where(part => part.IsNode).Select(part => part.AsNode()!)] : [];

    /// <summary>Exchanges two expressions that are elements of the same list; comments go with them where each has a line of its own.</summary>
    /// <returns>The changed root; null where they are not elements of the same list.</returns>
    public static SyntaxNode? Swap(SyntaxNode root, SyntaxNode? first, SyntaxNode? second)
    {
        if (ElementOf(first) is not { } a || ElementOf(second) is not { } b || a == b || a.Parent != b.Parent)
            return null;
        return ElementOrder.Change(root, Siblings(a), [.. Siblings(a).Select(element => element == a ? b : element == b ? a : element)]);
    }

    /// <summary>Moves an element behind another one of the same list; comments go with it where each has a line of its own.</summary>
    /// <returns>The changed root; null where they are not elements of the same list.</returns>
    public static SyntaxNode? MoveBehind(SyntaxNode root, SyntaxNode? moved, SyntaxNode? target)
    {
        if (ElementOf(moved) is not { } a || ElementOf(target) is not { } b || a == b || a.Parent != b.Parent)
            return null;
        var ordered = Siblings(a).Where(element => element != a).ToList();
        ordered.Insert(ordered.IndexOf(b) + 1, a);
        return ElementOrder.Change(root, Siblings(a), ordered);
    }

    /// <summary>Takes an element out of its list, with its comma and its line where it has one of its own.</summary>
    /// <returns>The changed root; null where it is not an element of a list.</returns>
    public static SyntaxNode? Remove(SyntaxNode root, SyntaxNode? expression)
    {
        if (ElementOf(expression) is not { Parent: { } list } element)
            return null;
        var parts = Parts(list);
        var at = parts.FindIndex(part => part.AsNode() == element);
        if (at + 1 < parts.Count)
        {
            var endsLine = HasEndOfLine(parts[at + 1]);
            var isLast = at + 2 == parts.Count;
            if (at > 0 && (isLast || (endsLine && !HasEndOfLine(parts[at - 1]))))
                parts[at - 1] = parts[at - 1].WithTrailingTrivia(parts[at + 1].GetTrailingTrivia());
            if (!isLast && (at == 0 || !endsLine))
                parts[at + 2] = parts[at + 2].WithLeadingTrivia(element.GetLeadingTrivia());
            parts.RemoveRange(at, 2);
        }
        else
        {
            parts.RemoveRange(Math.Max(0, at - 1), Math.Min(2, parts.Count));
        }

        return root.ReplaceNode(list, WithParts(list, parts));
    }

    /// <summary>Puts an expression behind an element of a list.</summary>
    /// <param name="root">What is changed.</param>
    /// <param name="element">The element.</param>
    /// <param name="added">The expression.</param>
    /// <param name="replacement">What takes the element's place; the element itself where null.</param>
    public static SyntaxNode InsertBehind(SyntaxNode root, SyntaxNode element, ExpressionSyntax added, SyntaxNode? replacement = null)
    {
        var list = element.Parent!;
        var parts = Parts(list);
        var at = parts.FindIndex(part => part.AsNode() == element);
        SyntaxNode wrapped = element switch
        {
            ArgumentSyntax => SyntaxFactory.Argument(added),
            CollectionElementSyntax => SyntaxFactory.ExpressionElement(added),
            _ => added,
        };
        var kept = replacement ?? element;
        parts[at] = kept.WithTrailingTrivia();
        parts.InsertRange(at + 1, [SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), wrapped.WithTrailingTrivia(kept.GetTrailingTrivia())]);
        return root.ReplaceNode(list, WithParts(list, parts));
    }

    private static bool HasEndOfLine(SyntaxNodeOrToken part) => part.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);

    /// <summary>Elements and commas in turn.</summary>
    private static List<SyntaxNodeOrToken> Parts(SyntaxNode list) => list switch
    {
        ArgumentListSyntax arguments => [.. arguments.Arguments.GetWithSeparators()],
        CollectionExpressionSyntax collection => [.. collection.Elements.GetWithSeparators()],
        InitializerExpressionSyntax initializer => [.. initializer.Expressions.GetWithSeparators()],
        _ => [],
    };

    private static SyntaxNode WithParts(SyntaxNode list, List<SyntaxNodeOrToken> parts) => list switch
    {
        ArgumentListSyntax arguments => arguments.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(parts)),
        CollectionExpressionSyntax collection => collection.WithElements(SyntaxFactory.SeparatedList<CollectionElementSyntax>(parts)),
        InitializerExpressionSyntax initializer => initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(parts)),
        _ => list,
    };
}
