using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Regimen.Generators.Tests.Infrastructure;

/// <summary>What the generator made of a project.</summary>
/// <param name="Sources">Its files.</param>
/// <param name="Output">The project with them.</param>
internal sealed record GeneratorRun(ImmutableArray<GeneratedSourceResult> Sources, Compilation Output)
{
    /// <summary>The texts by hint name.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; } = Sources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    public string this[string hintName] => Texts.TryGetValue(hintName, out var text)
        ? text
        : throw new InvalidOperationException($"There is no file {hintName}, but {string.Join(", ", Texts.Keys)}.");

    /// <summary>Demands the four files of each of these experiments, given as namespace and name, and no other file.</summary>
    public GeneratorRun Has(params IEnumerable<string> experiments)
    {
        Assert.Equal(
            experiments.SelectMany(name => new[] { name + ".g.cs", name + ".Kernels.g.cs", name + ".Network.g.cs", name + ".Twin.g.cs" }).Order(StringComparer.Ordinal),
            Texts.Keys.Order(StringComparer.Ordinal));
        return this;
    }
}
