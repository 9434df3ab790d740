using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Regimen.Analyzers;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.TorchSharp;

/// <summary>Begins a body with a dispose scope, or with gradients switched off.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class OpenScopeFix() : NodeFix("REG6008", "REG6014")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => diagnostic.Id == "REG6008" ? "Open a dispose scope" : "Switch gradients off";

    private protected override SyntaxNode? Fix(FixTarget target)
    {
        if (target.Other() is not { } body || FixHints.IsKept(target.Diagnostic))
            return null;
        var (name, member) = target.Diagnostic.Id == "REG6008" ? ("scope", "NewDisposeScope") : ("noGrad", "no_grad");
        return StatementEdits.InsertFirst(
            target.Root, body, $"using var {StatementEdits.FreeName(body, name)} = {TorchNames.Member(target, body.SpanStart, member)}();");
    }
}
