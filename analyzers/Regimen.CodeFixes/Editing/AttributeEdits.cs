using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Regimen.CodeFixes.Editing;

/// <summary>Edits of attributes and their arguments.</summary>
internal static class AttributeEdits
{
    /// <summary>The attribute that a node is or stands in; null where there is none.</summary>
    public static AttributeSyntax? AttributeOf(SyntaxNode? node) => node?.FirstAncestorOrSelf<AttributeSyntax>();

    /// <summary>The argument of an attribute that a node is or stands in; null where there is none.</summary>
    public static AttributeArgumentSyntax? ArgumentOf(SyntaxNode? node) => node?.FirstAncestorOrSelf<AttributeArgumentSyntax>();

    /// <summary>Takes an attribute away, with its brackets where it is alone in them.</summary>
    /// <returns>The changed root; null where there is no attribute.</returns>
    public static SyntaxNode? Remove(SyntaxNode root, AttributeSyntax? attribute)
    {
        if (attribute?.Parent is not AttributeListSyntax list)
            return null;
        if (list.Attributes.Count > 1)
            return root.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia);

        // A directive may end somewhere else.
        if (list.Parent is null || list.GetLeadingTrivia().Concat(list.GetTrailingTrivia()).Any(trivia => trivia.IsDirective))
            return null;
        if (list.Parent.GetFirstToken() != list.GetFirstToken())
            return root.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia);

        // What stands before the first list is the declaration's own: its comment and its indentation.
        var declaration = list.Parent.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia)!;
        return root.ReplaceNode(list.Parent, declaration.WithLeadingTrivia(list.GetLeadingTrivia()));
    }

    /// <summary>Takes an argument away, with the parentheses where it is alone in them.</summary>
    /// <returns>The changed root; null where there is no argument.</returns>
    public static SyntaxNode? Remove(SyntaxNode root, AttributeArgumentSyntax? argument) => argument?.Parent is AttributeArgumentListSyntax list
        ? root.RemoveNode(list.Arguments.Count == 1 ? list : argument, SyntaxRemoveOptions.KeepNoTrivia)
        : null;

    /// <summary>Adds an attribute behind another one, in the same brackets and with the same qualification.</summary>
    /// <returns>The changed root; null where there is no attribute to add it to.</returns>
    public static SyntaxNode? AddBehind(SyntaxNode root, AttributeSyntax? attribute, string name)
    {
        if (attribute?.Parent is not AttributeListSyntax list)
            return null;
        SimpleNameSyntax simple = SyntaxFactory.IdentifierName(name);
        var added = SyntaxFactory.Attribute(attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.WithRight(simple).WithoutTrivia(),
            AliasQualifiedNameSyntax qualified => qualified.WithName(simple).WithoutTrivia(),
            _ => simple,
        });
        var position = list.Attributes.IndexOf(attribute);
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        var attributes = SyntaxFactory.SeparatedList(
            list.Attributes.Insert(position + 1, added),
            list.Attributes.GetSeparators().Take(position).Append(comma).Concat(list.Attributes.GetSeparators().Skip(position)));
        return root.ReplaceNode(list, list.WithAttributes(attributes));
    }
}
