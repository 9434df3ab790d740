using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.TorchSharp;

/// <summary>Puts the statement that moves a module before the one that makes its optimiser.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MoveBeforeOptimizerFix() : NodeFix("REG6019")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => "Move the module before the optimiser is made";

    private protected override SyntaxNode? Fix(FixTarget target)
    {
        if (target.Node.FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax { Parent: BlockSyntax block } moved
            || target.Other()?.FirstAncestorOrSelf<StatementSyntax>() is not { } optimizer || optimizer.Parent != block
            || !StatementEdits.CanMove(target, moved, optimizer, behind: false))
        {
            return null;
        }

        var statements = block.Statements.Remove(moved);
        return target.Root.ReplaceNode(block, block.WithStatements(statements.Insert(block.Statements.IndexOf(optimizer), moved)));
    }
}
