using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Regimen.Analyzers.Tests.Infrastructure;

/// <summary>Applies the fixes to a file as an editor would.</summary>
internal static class CodeFixing
{
    /// <summary>The file after the first fix that is offered for the first diagnostic of the rule; null where none is offered.</summary>
    public static async Task<string?> FixFirst(CSharpCompilation compilation, string id)
    {
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace, compilation);
        var diagnostic = (await Diagnostics(document, id)).FirstOrDefault();
        Assert.True(diagnostic is not null, $"{id} is not reported.");
        foreach (var provider in Providers(id))
        {
            if ((await Actions(provider, document, diagnostic)).FirstOrDefault() is { } action)
                return await Apply(action, document);
        }

        return null;
    }

    /// <summary>The file after all diagnostics of the rule were fixed at once.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="id">The rule.</param>
    /// <param name="hasKey">Whether the key of the first action is known; <c>dotnet format</c> has none where it looked at a diagnostic without a fix.</param>
    public static async Task<string> FixAll(CSharpCompilation compilation, string id, bool hasKey = true)
    {
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace, compilation);
        var diagnostics = await Diagnostics(document, id);
        foreach (var provider in Providers(id))
        {
            if ((await Actions(provider, document, diagnostics[0])).FirstOrDefault() is not { } action)
                continue;
            var all = await provider.GetFixAllProvider()!.GetFixAsync(new FixAllContext(
                document, provider, FixAllScope.Document, hasKey ? action.EquivalenceKey : null!, [id], new Found(), CancellationToken.None));
            Assert.True(all is not null, $"Nothing is offered that fixes all {id}.");
            return await Apply(all, document);
        }

        Assert.Fail($"No fix of {id} is offered.");
        return "";
    }

    /// <summary>Every action that is offered for a diagnostic, of every fix.</summary>
    public static async Task<IReadOnlyList<CodeAction>> AllActions(Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        foreach (var provider in Providers(diagnostic.Id))
            actions.AddRange(await Actions(provider, document, diagnostic));
        return actions;
    }

    /// <summary>The last file of the compilation, beside the others.</summary>
    public static Document Open(AdhocWorkspace workspace, CSharpCompilation compilation)
    {
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Tests", compilation.AssemblyName!, LanguageNames.CSharp,
            compilationOptions: compilation.Options,
            parseOptions: compilation.SyntaxTrees[0].Options,
            metadataReferences: compilation.References));
        var solution = project.Solution;
        var last = default(DocumentId)!;
        foreach (var tree in compilation.SyntaxTrees)
        {
            last = DocumentId.CreateNewId(project.Id);
            solution = solution.AddDocument(last, Path.GetFileName(tree.FilePath), tree.GetText(), filePath: tree.FilePath);
        }

        return solution.GetDocument(last)!;
    }

    /// <summary>The file after an action.</summary>
    public static async Task<string> Apply(CodeAction action, Document document)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        return (await changed.GetTextAsync()).ToString();
    }

    private static IEnumerable<CodeFixProvider> Providers(string id) => AllRules.Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(id));

    private static async Task<IReadOnlyList<CodeAction>> Actions(CodeFixProvider provider, Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        Assert.All(actions, action => Assert.False(string.IsNullOrEmpty(action.EquivalenceKey), $"'{action.Title}' has no equivalence key."));
        return actions;
    }

    private static async Task<ImmutableArray<Diagnostic>> Diagnostics(Document document, string? id = null)
    {
        var compilation = (CSharpCompilation)(await document.Project.GetCompilationAsync())!;
        var tree = await document.GetSyntaxTreeAsync();
        return [.. (await Analysis.Run(compilation)).Where(diagnostic => (id is null || diagnostic.Id == id) && diagnostic.Location.SourceTree == tree)];
    }

    private sealed class Found : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => await Diagnostics(document);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
