using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.TorchSharp;

/// <summary>Gives a dropout the module's own <c>training</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PassTrainingFix() : NodeFix("REG6022", "REG6044")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => "Pass the module's 'training'";

    private protected override SyntaxNode? Fix(FixTarget target) =>
        target.Other() is { } call ? ArgumentEdits.Set(target, call, "training", SyntaxFactory.IdentifierName("training")) : null;
}
