using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Regimen.CodeFixes;

namespace Regimen.Analyzers.Tests.Infrastructure;

/// <summary>Everything that the two assemblies hold, found as a compiler or an editor finds it.</summary>
internal static class AllRules
{
    /// <summary>Every analyzer.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = [.. Instances<DiagnosticAnalyzer>(typeof(ExperimentAnalyzer))];

    /// <summary>Every fix.</summary>
    public static ImmutableArray<CodeFixProvider> Fixes { get; } = [.. Instances<CodeFixProvider>(typeof(NodeFix))];

    /// <summary>Every rule, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        [.. Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The rule with this id.</summary>
    public static DiagnosticDescriptor ById(string id) => Descriptors.Single(rule => rule.Id == id);

    private static IEnumerable<T> Instances<T>(Type ofAssembly) => ofAssembly.Assembly.GetTypes()
        .Where(type => typeof(T).IsAssignableFrom(type) && !type.IsAbstract)
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .Select(type => (T)Activator.CreateInstance(type)!);
}
