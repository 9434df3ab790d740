using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.TorchSharp;

/// <summary>Moves a call of a training loop to its place in the step.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MoveStatementFix() : NodeFix("REG6010", "REG6011", "REG6012", "REG6026", "REG6033")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => diagnostic.Id switch
    {
        "REG6010" => "Step behind 'backward()'",
        "REG6026" => "Set the gradients to zero before 'backward()'",
        "REG6033" => "Clip the gradients before the step",
        "REG6011" => "Step the scheduler behind the optimiser",
        _ => "Step the scheduler at its pace",
    };

    private protected override SyntaxNode? Fix(FixTarget target)
    {
        var (moved, place, behind) = (StatementEdits.StatementOf(target.Node), StatementEdits.StatementOf(target.Other()), target.Diagnostic.Id is not ("REG6026" or "REG6033"));
        return StatementEdits.CanMove(target, moved, place, behind) ? StatementEdits.Move(target.Root, moved, place, behind) : null;
    }
}
