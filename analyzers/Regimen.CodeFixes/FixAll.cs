using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Regimen.CodeFixes;

/// <summary>
/// Roslyn's own way to fix all, with the fix's key whatever key is asked for. <c>dotnet format</c> asks for the key of the first diagnostic that it
/// finds, which may belong to another rule of the same analyzer or have no fix; then Roslyn's way alone would fix nothing at all.
/// </summary>
internal sealed class FixAll : FixAllProvider
{
    private FixAll()
    {
    }

    /// <summary>For all fixes.</summary>
    public static FixAll Instance { get; } = new();

    /// <inheritdoc/>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc/>
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var found = new Found(fixAllContext);
        var key = ((NodeFix)fixAllContext.CodeFixProvider).Key;
        return WellKnownFixAllProviders.BatchFixer.GetFixAsync(fixAllContext.Document is { } document
            ? new FixAllContext(document, fixAllContext.CodeFixProvider, fixAllContext.Scope, key, fixAllContext.DiagnosticIds, found, fixAllContext.CancellationToken)
            : new FixAllContext(fixAllContext.Project, fixAllContext.CodeFixProvider, fixAllContext.Scope, key, fixAllContext.DiagnosticIds, found, fixAllContext.CancellationToken));
    }

    /// <summary>The diagnostics that the given context knows.</summary>
    private sealed class Found(FixAllContext context) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await context.GetProjectDiagnosticsAsync(project).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
    }
}
