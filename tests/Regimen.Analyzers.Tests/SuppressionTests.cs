using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests;

/// <summary>Every rule can be switched off at a place, and its severity set for a folder, as those of the compiler.</summary>
public sealed class SuppressionTests
{
    public static TheoryData<string> Ids => [.. AllRules.Descriptors.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_pragma_switches_it_off(string id) => Assert.Empty(await Severities(id, Compile(id, $"#pragma warning disable {id}\n")));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_pragma_switches_it_on_again(string id) =>
        Assert.NotEmpty(await Severities(id, Compile(id, $"#pragma warning disable {id}\n#pragma warning restore {id}\n")));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task An_editorconfig_switches_it_off(string id) => Assert.Empty(await Severities(id, Configure(Compile(id), id, "none")));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task An_editorconfig_makes_it_an_error(string id) =>
        Assert.Equal([DiagnosticSeverity.Error], (await Severities(id, Configure(Compile(id), id, "error"))).Distinct());

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task An_editorconfig_makes_it_a_suggestion(string id) =>
        Assert.Equal([DiagnosticSeverity.Info], (await Severities(id, Configure(Compile(id), id, "suggestion"))).Distinct());

    /// <summary>The first case that triggers a rule, behind a text.</summary>
    private static CSharpCompilation Compile(string id, string before = "")
    {
        var set = RuleCases.All.First(cases => cases.Triggering.Any(row => row.Id == id));
        return set.Compile(before + set.Complete(Analysis.Unmark(set.Triggering.First(row => row.Id == id).Source).Source));
    }

    private static CSharpCompilation Configure(CSharpCompilation compilation, string id, string severity) => compilation.WithOptions(
        compilation.Options.WithSyntaxTreeOptionsProvider(new Configuration($"[*.cs]\ndotnet_diagnostic.{id}.severity = {severity}\n")));

    private static async Task<ImmutableArray<DiagnosticSeverity>> Severities(string id, CSharpCompilation compilation) =>
        [.. (await Analysis.Run(compilation)).Where(diagnostic => diagnostic.Id == id).Select(diagnostic => diagnostic.Severity)];

    /// <summary>An .editorconfig in the root folder, read as the compiler reads it.</summary>
    private sealed class Configuration(string text) : SyntaxTreeOptionsProvider
    {
        private readonly AnalyzerConfigSet set = AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse(text, "/.editorconfig") });

        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            set.GetOptionsForSourcePath("/" + tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = default;
            return false;
        }
    }
}
