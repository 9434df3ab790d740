using System.Reflection;

namespace Regimen.Generators.Tests.Infrastructure;

/// <summary>Files of the clone that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string Root = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>The source of each sample experiment, by its class's name.</summary>
    public static IReadOnlyDictionary<string, string> Samples { get; } =
        new[] { "FashionCnn", "FashionMlp", "FashionResNet" }.ToDictionary(name => name, name => File.ReadAllText(PathOf("samples", "FashionMnist", name + ".cs")));
}
