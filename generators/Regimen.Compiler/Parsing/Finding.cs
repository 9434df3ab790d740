using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Regimen.Compiler.Model;

namespace Regimen.Compiler.Parsing;

/// <summary>Something to tell the user about the source: a rule, where it applies, and what goes into its message.</summary>
/// <param name="Rule">One of <see cref="Diagnostics.Rules"/>.</param>
/// <param name="Location">The text it is about.</param>
/// <param name="Arguments">What the rule's message format asks for.</param>
public sealed record Finding(DiagnosticDescriptor Rule, Location Location, ImmutableArray<object> Arguments)
{
    /// <summary>The finding as the compiler reports it. A message is put together under the culture of whoever shows it, so that numbers become text here.</summary>
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Location, [.. Arguments.Select(ArgumentSpec.Literal)]);
}
