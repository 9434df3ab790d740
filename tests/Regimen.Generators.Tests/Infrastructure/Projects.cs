using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Regimen.Generators.Tests.Infrastructure;

/// <summary>Compilations as a user's project makes them: the SDK's settings, every warning, documentation, the built libraries.</summary>
internal static class Projects
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Append(typeof(Experiment).Assembly.Location)
            .Append(typeof(Torch.Tensor).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private const string ImplicitUsings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        """;

    /// <summary>What the SDK chooses for this compiler.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Default, DocumentationMode.Diagnose);

    public static CSharpCompilationOptions Options { get; } = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        allowUnsafe: true,
        warningLevel: 9999,
        deterministic: true);

    /// <summary>A project of these files, named a.cs, b.cs, ….</summary>
    public static CSharpCompilation Of(params IEnumerable<string> sources) => With(ParseOptions, Options, sources);

    /// <summary>A project with other settings.</summary>
    public static CSharpCompilation With(CSharpParseOptions parse, CSharpCompilationOptions options, params IEnumerable<string> sources) => CSharpCompilation.Create(
        "User",
        [
            CSharpSyntaxTree.ParseText(ImplicitUsings, parse, "GlobalUsings.g.cs"),
            .. sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, parse, (char)('a' + i) + ".cs")),
        ],
        References,
        options);

    /// <summary>Data types for experiments under test.</summary>
    public const string Data = """
        using Regimen;

        /// <summary>Small grey images.</summary>
        [ImageData(Channels = 1, Height = 12, Width = 12, Classes = 10)]
        public sealed class Digits : IDataSource
        {
            /// <inheritdoc/>
            public static global::Regimen.ImageDataSet Open() => throw new NotSupportedException();
        }

        /// <summary>Coloured images that are not square, of two classes.</summary>
        [ImageData(Channels = 3, Height = 9, Width = 14, Classes = 2)]
        public sealed class Photos : IDataSource
        {
            /// <inheritdoc/>
            public static global::Regimen.ImageDataSet Open() => throw new NotSupportedException();
        }
        """;

    /// <summary>An experiment with the fewest attributes; <paramref name="body"/> in place of its network, more <paramref name="attributes"/>.</summary>
    public static string Net(string declaration = "public partial class Net", string? body = null, string attributes = "") => $$"""
        using Regimen;
        using static Regimen.Layers;

        [Experiment, Data<Digits>(BatchSize = 32), Epochs(2), Sgd{{(attributes.Length > 0 ? ", " + attributes : "")}}]
        {{declaration}}
        {
            {{body ?? "private static Layer Network() => Sequential(Flatten(), Linear(10));"}}
        }
        """;
}
