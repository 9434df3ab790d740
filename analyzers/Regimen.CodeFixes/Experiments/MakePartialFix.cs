using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Regimen.CodeFixes.Experiments;

/// <summary>Makes an experiment, or a type around it, partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MakePartialFix() : NodeFix("REG0001", "REG0002")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => "Make it partial";

    private protected override SyntaxNode? Fix(FixTarget target)
    {
        if (target.Node is not TypeDeclarationSyntax type || type.Modifiers.Any(SyntaxKind.PartialKeyword))
            return null;
        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);

        if (type.Modifiers.Count > 0)
            return target.Root.ReplaceNode(type, type.AddModifiers(partial));

        // It becomes the first word, and takes over what stood before that: comments, line breaks, indentation.
        var bare = type.WithKeyword(type.Keyword.WithLeadingTrivia());
        return target.Root.ReplaceNode(type, bare.AddModifiers(partial.WithLeadingTrivia(type.Keyword.LeadingTrivia)));
    }
}
