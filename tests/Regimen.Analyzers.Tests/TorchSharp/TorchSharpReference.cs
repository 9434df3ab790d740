using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Regimen.Testing;

namespace Regimen.Analyzers.Tests.TorchSharp;

/// <summary>TorchSharp as far as the rules need it: its public signatures, compiled once from the sources under <c>Surface</c>.</summary>
internal static class TorchSharpReference
{
    private const string SurfacePrefix = "TorchSharp/Surface/";

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

    private static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. TestCompilation.Of().References,
        MetadataReference.CreateFromFile(((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Single(path => Path.GetFileName(path) == "System.Console.dll")),
    ];

    private static readonly Lazy<MetadataReference> Compiled = new(Emit);

    /// <summary>The assembly TorchSharp.</summary>
    public static MetadataReference Instance => Compiled.Value;

    /// <summary>The framework's references and TorchSharp: what a program that trains by hand compiles against.</summary>
    public static ImmutableArray<MetadataReference> All => Framework.Add(Instance);

    /// <summary>The declarations as sources, not compiled yet.</summary>
    public static CSharpCompilation Surface() => CSharpCompilation.Create(
        "TorchSharp",
        [.. Sources(SurfacePrefix).Select(source => CSharpSyntaxTree.ParseText(source.Text, Options, source.Path))],
        Framework,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    /// <summary>The sources against TorchSharp, as files a.cs, b.cs, …, without implicit usings.</summary>
    public static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Training.Tests",
        sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, Options, (char)('a' + i) + ".cs")),
        All,
        new CSharpCompilationOptions(
            sources.Any(HasTopLevelStatements) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The embedded sources whose name starts so, in the order of their names.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(string prefix)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }

    private static bool HasTopLevelStatements(string source) =>
        CSharpSyntaxTree.ParseText(source, Options).GetCompilationUnitRoot().Members.Any(member => member.IsKind(SyntaxKind.GlobalStatement));

    private static PortableExecutableReference Emit()
    {
        using var image = new MemoryStream();
        var result = Surface().Emit(image, options: new EmitOptions(metadataOnly: true));
        var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        return errors.Length == 0
            ? MetadataReference.CreateFromImage(image.ToArray(), filePath: "TorchSharp.dll")
            : throw new InvalidOperationException("TorchSharp's declarations do not compile:\n" + string.Join('\n', errors.Select(error => error.ToString())));
    }
}
