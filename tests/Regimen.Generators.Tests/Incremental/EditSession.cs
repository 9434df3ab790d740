using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Regimen.Generators.Tests.Infrastructure;

namespace Regimen.Generators.Tests.Incremental;

/// <summary>A project in an editor: one driver that lives through the edits.</summary>
internal sealed class EditSession
{
    private GeneratorDriver driver = GeneratorRunner.Driver();
    private CSharpCompilation project;
    private IReadOnlyDictionary<string, string> before = new Dictionary<string, string>();

    public EditSession(params IEnumerable<string> sources)
    {
        project = Projects.Of([Projects.Data, .. sources]);
        Run();
    }

    /// <summary>The generated files, by hint name.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; private set; } = new Dictionary<string, string>();

    private GeneratorRunResult Result => driver.GetRunResult().Results.Single();

    /// <summary>Hint names of the files that the last edit changed, added or took away.</summary>
    public IReadOnlyList<string> Changed =>
        [.. before.Keys.Union(Texts.Keys).Where(name => before.GetValueOrDefault(name) != Texts.GetValueOrDefault(name)).Order(StringComparer.Ordinal)];

    /// <summary>Replaces a piece of text that occurs once in the project, as typing does, and runs the generator.</summary>
    public EditSession Replace(string old, string replacement)
    {
        var tree = project.SyntaxTrees.Single(tree => tree.ToString().Contains(old, StringComparison.Ordinal));
        var position = tree.ToString().IndexOf(old, StringComparison.Ordinal);
        Assert.Equal(-1, tree.ToString().IndexOf(old, position + 1, StringComparison.Ordinal));
        var text = tree.GetText().WithChanges(new TextChange(new TextSpan(position, old.Length), replacement));
        project = project.ReplaceSyntaxTree(tree, tree.WithChangedText(text));
        return Run();
    }

    /// <summary>Adds a file and runs the generator.</summary>
    public EditSession Add(string source)
    {
        project = project.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, Projects.ParseOptions, "added.cs"));
        return Run();
    }

    /// <summary>Demands the reasons of the step after parsing, of the step after compiling and of the output, one per experiment.</summary>
    public EditSession Ran(IncrementalStepRunReason[] spec, IncrementalStepRunReason[] files, IncrementalStepRunReason[] output)
    {
        Assert.Equal(spec, Reasons(Result.TrackedSteps.GetValueOrDefault(ExperimentGenerator.SpecStep)));
        Assert.Equal(files, Reasons(Result.TrackedSteps.GetValueOrDefault(ExperimentGenerator.FilesStep)));
        Assert.Equal(output, Reasons(Result.TrackedOutputSteps.SelectMany(step => step.Value)));
        return this;
    }

    /// <summary>Demands that an edit changed neither a declaration nor anything after it.</summary>
    public EditSession DidNothing(int experiments = 1)
    {
        // Parsing may run again: another file can hold what Network() calls. It must find the same.
        Assert.All(Reasons(Result.TrackedSteps[ExperimentGenerator.SpecStep]), reason => Assert.True(
            reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached, $"The declaration is {reason}."));
        var cached = Enumerable.Repeat(IncrementalStepRunReason.Cached, experiments).ToArray();
        Assert.Equal(cached, Reasons(Result.TrackedSteps[ExperimentGenerator.FilesStep]));
        Assert.Equal(cached, Reasons(Result.TrackedOutputSteps.SelectMany(step => step.Value)));
        Assert.Empty(Changed);
        return this;
    }

    private EditSession Run()
    {
        driver = driver.RunGenerators(project);
        Assert.Null(Result.Exception);
        before = Texts;
        Texts = Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
        return this;
    }

    private static IncrementalStepRunReason[] Reasons(IEnumerable<IncrementalGeneratorRunStep>? steps) =>
        [.. (steps ?? []).SelectMany(step => step.Outputs).Select(output => output.Reason)];
}
