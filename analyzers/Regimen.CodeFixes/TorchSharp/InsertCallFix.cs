using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Regimen.Analyzers;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.TorchSharp;

/// <summary>Writes a call that is missing: of the gradients' reset, or of the module's mode.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class InsertCallFix() : NodeFix("REG6009", "REG6013", "REG6015")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => $"Call '{FixHints.StatementOf(diagnostic)?.TrimEnd(';')}'";

    private protected override SyntaxNode? Fix(FixTarget target)
    {
        if (FixHints.StatementOf(target.Diagnostic) is not { } statement || target.Other() is not { } place)
            return null;
        return FixHints.IsFirst(target.Diagnostic)
            ? StatementEdits.InsertFirst(target.Root, place, statement)
            : StatementEdits.InsertBefore(target.Root, StatementEdits.StatementOf(place), statement);
    }
}
