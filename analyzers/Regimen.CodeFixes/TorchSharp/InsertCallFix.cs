using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.TorchSharp;

/// <summary>Writes a call that is missing: of the gradients' reset, or of the module's mode.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class InsertCallFix() : NodeFix("REG6009", "REG6013", "REG6015")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => $"Call '{Statement(diagnostic).TrimEnd(';')}'";

    private protected override SyntaxNode? Fix(FixTarget target)
    {
        var statement = Statement(target.Diagnostic);
        if (statement.Length == 0 || target.Other() is not { } place)
            return null;
        return target.Diagnostic.Properties.TryGetValue("Place", out var where) && where == "First"
            ? StatementEdits.InsertFirst(target.Root, place, statement)
            : StatementEdits.InsertBefore(target.Root, StatementEdits.StatementOf(place), statement);
    }

    private static string Statement(Diagnostic diagnostic) => diagnostic.Properties.TryGetValue("Statement", out var statement) ? statement ?? "" : "";
}
