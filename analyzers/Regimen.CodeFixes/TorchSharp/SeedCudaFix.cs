using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.TorchSharp;

/// <summary>Seeds the GPUs behind the statement that seeds the CPU, with the same seed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SeedCudaFix() : NodeFix("REG6023")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => "Seed the GPUs too";

    private protected override SyntaxNode? Fix(FixTarget target)
    {
        if (target.Node is not InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax or IdentifierNameSyntax } seed], Parent: ExpressionStatementSyntax { Parent: BlockSyntax } statement }
            || target.Model.GetSymbolInfo(target.Node, target.Cancellation).Symbol?.ContainingAssembly.GetTypeByMetadataName("TorchSharp.torch+cuda") is not { } cuda)
        {
            return null;
        }

        var call = SyntaxFactory.ParseStatement($"{cuda.ToMinimalDisplayString(target.Model, target.Node.SpanStart)}.manual_seed_all({seed.Expression});")
            .WithLeadingTrivia(statement.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
            .WithTrailingTrivia(StatementEdits.EndOf(statement.GetTrailingTrivia()));
        return target.Root.InsertNodesAfter(statement, [call]);
    }
}
