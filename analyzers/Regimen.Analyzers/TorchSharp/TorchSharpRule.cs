using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.TorchSharp;

/// <summary>
/// A rule over hand-written TorchSharp code. It stands in its own file with its descriptor and adds a line to <see cref="TorchSharpRules"/>.
/// </summary>
internal abstract class TorchSharpRule(params DiagnosticDescriptor[] descriptors)
{
    /// <summary>What it reports: usually one, two where one look finds both.</summary>
    public ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [.. descriptors];

    /// <summary>The descriptor of a rule of this range.</summary>
    protected static DiagnosticDescriptor Rule(string id, DiagnosticSeverity severity, string title, string message) =>
        RuleDescriptor.Create(id, RuleCategory.TorchSharp, severity, title, message);
}
