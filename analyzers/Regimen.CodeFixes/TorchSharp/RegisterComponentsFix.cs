using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.TorchSharp;

/// <summary>Calls <c>RegisterComponents()</c> at the end of the only constructor, or moves the call there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RegisterComponentsFix() : NodeFix("REG6016")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => "Call RegisterComponents() at the end of the constructor";

    private protected override SyntaxNode? Fix(FixTarget target)
    {
        if (target.Node.FirstAncestorOrSelf<ClassDeclarationSyntax>() is not { } type || type.Modifiers.Any(SyntaxKind.PartialKeyword)
            || type.Members.OfType<ConstructorDeclarationSyntax>().Where(constructor => !constructor.Modifiers.Any(SyntaxKind.StaticKeyword)).ToArray() is not [{ Body: { } body }]
            || body.DescendantNodes().OfType<ReturnStatementSyntax>().Any() || IsList(target))
        {
            return null;
        }

        var call = SyntaxFactory.ParseStatement("RegisterComponents();");
        var written = body.Statements.FirstOrDefault(statement => statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: var name } }
            && name.ToString() is "RegisterComponents" or "this.RegisterComponents");
        if (written is null)
            return target.Root.ReplaceNode(body, body.AddStatements(call.WithLeadingTrivia(Indentation(body)).WithTrailingTrivia(EndOf(body))));

        var statements = body.Statements.Remove(written).Add(written);
        return target.Root.ReplaceNode(body, body.WithStatements(statements));
    }

    private static bool IsList(FixTarget target) =>
        target.Model.GetDeclaredSymbol(target.Node, target.Cancellation) switch
        {
            IFieldSymbol field => field.Type is IArrayTypeSymbol or INamedTypeSymbol { Name: "List" or "IList" or "IReadOnlyList" or "ImmutableArray" },
            IPropertySymbol property => property.Type is IArrayTypeSymbol or INamedTypeSymbol { Name: "List" or "IList" or "IReadOnlyList" or "ImmutableArray" },
            _ => true,
        };

    /// <summary>As the last statement is indented, or one step more than the brace.</summary>
    private static SyntaxTriviaList Indentation(BlockSyntax body) => body.Statements.Count > 0
        ? [.. body.Statements.Last().GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse().Take(1)]
        : body.CloseBraceToken.LeadingTrivia.Add(SyntaxFactory.Whitespace("    "));

    private static SyntaxTriviaList EndOf(BlockSyntax body) => StatementEdits.EndOf(body.Statements.Count > 0 ? body.Statements.Last().GetTrailingTrivia() : body.OpenBraceToken.TrailingTrivia);
}
