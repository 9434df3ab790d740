using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.TorchSharp;

/// <summary>Holds what a call returns with <c>using</c>, to the end of its block.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class HoldFix() : NodeFix("REG6029", "REG6030")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => "Hold it with 'using'";

    private protected override SyntaxNode? Fix(FixTarget target)
    {
        // A declaration cannot be the whole body of an 'if' or a loop, and a scope of that length would be of no use.
        if (StatementEdits.StatementOf(target.Node) is not { Parent: BlockSyntax or GlobalStatementSyntax } statement)
            return null;
        if (statement is LocalDeclarationStatementSyntax local)
        {
            var first = local.GetFirstToken();
            var keyword = SyntaxFactory.Token(first.LeadingTrivia, SyntaxKind.UsingKeyword, [SyntaxFactory.Space]);
            return target.Root.ReplaceNode(local, local.ReplaceToken(first, first.WithLeadingTrivia()).WithUsingKeyword(keyword));
        }

        var name = StatementEdits.FreeName(statement, target.Diagnostic.Id == "REG6030" ? "scope" : "noGrad");
        return target.Root.ReplaceNode(statement, SyntaxFactory.ParseStatement($"using var {name} = {target.Node};").WithTriviaFrom(statement));
    }
}
