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
        var changed = written is not null ? body.WithStatements(body.Statements.Remove(written).Add(written))
            : IsOnOneLine(body) ? AddOnLine(body, call)
            : AddOnItsOwn(body, call);
        return target.Root.ReplaceNode(body, changed);
    }

    /// <summary>What holds modules is no module: nothing that it holds is found.</summary>
    private static bool IsList(FixTarget target) => target.Model.GetDeclaredSymbol(target.Node, target.Cancellation) switch
    {
        IFieldSymbol field => !IsModule(field.Type),
        IPropertySymbol property => !IsModule(property.Type),
        _ => true,
    };

    private static bool IsModule(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "Module", ContainingType: { Name: "nn", ContainingType.Name: "torch" } })
                return true;
        }

        return false;
    }

    private static bool IsOnOneLine(BlockSyntax body)
    {
        var span = body.SyntaxTree.GetLineSpan(body.Span);
        return span.StartLinePosition.Line == span.EndLinePosition.Line;
    }

    /// <summary><c>{ }</c> becomes <c>{ RegisterComponents(); }</c>.</summary>
    private static BlockSyntax AddOnLine(BlockSyntax body, StatementSyntax call)
    {
        var last = body.CloseBraceToken.GetPreviousToken();
        return body.ReplaceToken(last, last.TrailingTrivia.Any() ? last : last.WithTrailingTrivia(SyntaxFactory.Space)).AddStatements(call.WithTrailingTrivia(SyntaxFactory.Space));
    }

    /// <summary>On a line of its own, behind what stands there: statements, or comments before the brace.</summary>
    private static BlockSyntax AddOnItsOwn(BlockSyntax body, StatementSyntax call)
    {
        if (body.Statements.Count > 0)
        {
            var last = body.Statements.Last();
            return body.AddStatements(call.WithLeadingTrivia(last.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse().Take(1)).WithTrailingTrivia(StatementEdits.EndOf(last.GetTrailingTrivia())));
        }

        var before = body.CloseBraceToken.LeadingTrivia;
        var indent = before.LastOrDefault() is { RawKind: (int)SyntaxKind.WhitespaceTrivia } space ? SyntaxFactory.TriviaList(space) : default;
        return body
            .WithCloseBraceToken(body.CloseBraceToken.WithLeadingTrivia(indent))
            .AddStatements(call
                .WithLeadingTrivia(before.Take(before.Count - indent.Count).Concat(indent).Append(SyntaxFactory.Whitespace("    ")))
                .WithTrailingTrivia(StatementEdits.EndOf(body.OpenBraceToken.TrailingTrivia)));
    }
}
