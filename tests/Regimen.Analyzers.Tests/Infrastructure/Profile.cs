using System.Text;
using Microsoft.CodeAnalysis;
using Regimen.Generators.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Infrastructure;

/// <summary>A set of severities that a project can take over: a global configuration file.</summary>
/// <param name="Name">As in the file's name.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Severity">The severity of a rule, by its default.</param>
internal sealed record Profile(string Name, string Purpose, Func<DiagnosticSeverity, ReportDiagnostic> Severity)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Profile> All { get; } =
    [
        new("default", "The severities that the rules have without any configuration, written out.", severity => severity switch
        {
            DiagnosticSeverity.Error => ReportDiagnostic.Error,
            DiagnosticSeverity.Warning => ReportDiagnostic.Warn,
            _ => ReportDiagnostic.Info,
        }),
        new("errors-only", "Only what has no training program.", severity => severity == DiagnosticSeverity.Error ? ReportDiagnostic.Error : ReportDiagnostic.Suppress),
        new("strict", "Warnings fail the build, advice warns.", severity => severity is DiagnosticSeverity.Error or DiagnosticSeverity.Warning ? ReportDiagnostic.Error : ReportDiagnostic.Warn),
    ];

    /// <summary>Where it is kept.</summary>
    public string Path => Repository.PathOf("analyzers", "profiles", $"regimen.{Name}.globalconfig");

    /// <summary>The file.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            text.Append("# ").Append(Purpose).Append('\n');
            text.Append("# Take it over with <GlobalAnalyzerConfigFiles Include=\"…/regimen.").Append(Name).Append(".globalconfig\" />. Written from the rules by ProfileTests.\n");
            text.Append("is_global = true\n");
            foreach (var rule in AllRules.Descriptors)
                text.Append('\n').Append("# ").Append(rule.Title).Append("\ndotnet_diagnostic.").Append(rule.Id).Append(".severity = ").Append(Word(Severity(rule.DefaultSeverity))).Append('\n');
            return text.ToString();
        }
    }

    /// <summary>The profile with this name.</summary>
    public static Profile Named(string name) => All.Single(profile => profile.Name == name);

    private static string Word(ReportDiagnostic severity) => severity switch
    {
        ReportDiagnostic.Error => "error",
        ReportDiagnostic.Warn => "warning",
        ReportDiagnostic.Info => "suggestion",
        _ => "none",
    };
}
