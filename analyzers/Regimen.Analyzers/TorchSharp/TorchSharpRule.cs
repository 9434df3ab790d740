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

    /// <summary>Whether it may have anything to say of code that names these, and no other words; asked before the code is bound.</summary>
    /// <param name="words">What the type's or body's text names.</param>
    /// <param name="isModule">Whether the type around it is a module.</param>
    public abstract bool MayApply(Words words, bool isModule);

    /// <summary>The descriptor of a rule of this range.</summary>
    protected static DiagnosticDescriptor Rule(string id, DiagnosticSeverity severity, string title, string message) =>
        RuleDescriptor.Create(id, RuleCategory.TorchSharp, severity, title, message);

    /// <summary>Whether one of these is among the words.</summary>
    protected static bool Has(Words words, Words wanted) => (words & wanted) != 0;
}
