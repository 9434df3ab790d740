using Microsoft.CodeAnalysis;
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
    public static IReadOnlyList<SyntaxNode> Siblings(SyntaxNode element) => element.Parent switch
    {
        ArgumentListSyntax list => list.Arguments,
        CollectionExpressionSyntax collection => collection.Elements,
        InitializerExpressionSyntax initializer => initializer.Expressions,
        _ => [],
    };

    /// <summary>Exchanges two expressions that are elements of the same list; what lies around each (comments, line breaks) stays in its place.</summary>
    /// <returns>The changed root; null where they are not elements of the same list.</returns>
    public static SyntaxNode? Swap(SyntaxNode root, SyntaxNode? first, SyntaxNode? second)
    {
        if (ElementOf(first) is not { } a || ElementOf(second) is not { } b || a == b || a.Parent != b.Parent)
            return null;
        return root.ReplaceNodes([a, b], (original, _) => original == a ? b.WithTriviaFrom(a) : a.WithTriviaFrom(b));
    }

    /// <summary>Moves an element behind another one of the same list.</summary>
    /// <returns>The changed root; null where they are not elements of the same list.</returns>
    public static SyntaxNode? MoveBehind(SyntaxNode root, SyntaxNode? moved, SyntaxNode? target)
    {
        if (ElementOf(moved) is not { } a || ElementOf(target) is not { } b || a == b || a.Parent != b.Parent)
            return null;
        var siblings = Siblings(a).ToList();
        var (from, to) = (siblings.IndexOf(a), siblings.IndexOf(b));
        var ordered = siblings.ToList();
        ordered.RemoveAt(from);
        ordered.Insert(to > from ? to : to + 1, a);
        return root.ReplaceNodes(siblings, (original, _) => ordered[siblings.IndexOf(original)].WithTriviaFrom(original));
    }

    /// <summary>Takes an element out of its list, with its comma.</summary>
    /// <returns>The changed root; null where it is not an element of a list.</returns>
    public static SyntaxNode? Remove(SyntaxNode root, SyntaxNode? expression) =>
        ElementOf(expression) is { } element ? root.RemoveNode(element, SyntaxRemoveOptions.KeepUnbalancedDirectives | SyntaxRemoveOptions.KeepEndOfLine) : null;
}
