using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.TorchSharp;

/// <summary>Exchanges two modules that stand in the wrong order in the same <c>Sequential</c>, with their names.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SwapModulesFix() : NodeFix("REG6002", "REG6003", "REG6004")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => "Swap the modules";

    private protected override SyntaxNode? Fix(FixTarget target) =>
        SequentialEdits.Element(target.Node) is { } first && SequentialEdits.Element(target.Other()) is { } second ? ElementEdits.Swap(target.Root, first, second) : null;
}
