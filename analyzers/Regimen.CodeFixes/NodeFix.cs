using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Regimen.CodeFixes;

/// <summary>
/// A fix that changes one file. It finds out whether it applies by making the change; where it can't, nothing is offered. All of a document,
/// project or solution can be fixed at once.
/// </summary>
/// <param name="ids">The rules that it fixes.</param>
public abstract class NodeFix(params string[] ids) : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. ids];

    /// <summary>What says that two changes are of the same kind.</summary>
    internal string Key => GetType().Name;

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAll.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (!root.FullSpan.Contains(diagnostic.Location.SourceSpan))
                continue;
            var target = new FixTarget(root, root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), model, diagnostic, context.CancellationToken);
            if (Fix(target) is not { } changed)
                continue;
            context.RegisterCodeFix(
                CodeAction.Create(Title(diagnostic), _ => Task.FromResult(document.WithSyntaxRoot(changed)), equivalenceKey: Key),
                diagnostic);
        }
    }

    /// <summary>What the editor offers: a command, such as <c>Swap the layers</c>.</summary>
    protected abstract string Title(Diagnostic diagnostic);

    /// <summary>The changed root; null where the fix does not apply.</summary>
    private protected abstract SyntaxNode? Fix(FixTarget target);
}
