using System.Reflection;

namespace Regimen.IdeBenchmarks;

/// <summary>Files of the clone that this was built from.</summary>
internal static class Repository
{
    private static readonly string Root = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>The source of a sample experiment.</summary>
    public static string Sample(string name) => File.ReadAllText(PathOf("samples", "FashionMnist", name + ".cs"));
}
