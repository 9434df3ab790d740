using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Regimen.Compiler.Parsing;

namespace Regimen.Testing;

/// <summary>Makes compilations of a user's source beside Regimen's vocabulary, the attributes and layers themselves.</summary>
internal static class TestCompilation
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    private static readonly ImmutableArray<MetadataReference> Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll" or "System.Linq.dll" or "System.Collections.dll" or "System.Collections.Immutable.dll" or "System.Memory.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly CSharpCompilation Vocabulary = CSharpCompilation.Create(
        "Experiment.Tests",
        [.. VocabularySources().Select(source => CSharpSyntaxTree.ParseText(source.Text, Options, source.Path))],
        Platform,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    /// <summary>A data type for experiments under test: 1 × 28 × 28, 10 classes.</summary>
    public const string Data = """
        [global::Regimen.ImageData(Channels = 1, Height = 28, Width = 28, Classes = 10)]
        public sealed class Digits : global::Regimen.IDataSource { public static global::Regimen.ImageDataSet Open() => null!; }
        """;

    /// <summary>The sources beside the vocabulary, as files a.cs, b.cs, ….</summary>
    public static CSharpCompilation Of(params string[] sources) => Vocabulary.AddSyntaxTrees(
        sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, Options, (char)('a' + i) + ".cs")));

    /// <summary>A valid experiment with this body.</summary>
    public static string Experiment(string body, string attributes = "Data<Digits>, Epochs(20), Sgd") => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using Regimen;
        using static Regimen.Layers;

        [Experiment, {{attributes}}]
        public partial class Net
        {
        {{body}}
        }

        {{Data}}
        """;

    /// <summary>Parses the type of this metadata name.</summary>
    public static ParseResult Parse(this Compilation compilation, string type = "Net") => ExperimentParser.Parse(
        compilation.GetTypeByMetadataName(type) ?? throw new InvalidOperationException($"There is no type {type}."), compilation, CancellationToken.None);

    /// <summary>The source text that a finding underlines.</summary>
    public static string TextAt(this Location location) =>
        location.SourceTree is { } tree ? tree.GetText().ToString(location.SourceSpan) : "";

    private static IEnumerable<(string Path, string Text)> VocabularySources()
    {
        yield return ("Implicit.cs", """
            global using System;
            global using System.Collections.Generic;
            global using System.Linq;
            namespace Regimen;
            public sealed class ImageDataSet;
            public sealed class DataException : Exception;
            """);
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Vocabulary/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }
}
