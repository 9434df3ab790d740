using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Regimen.Testing;

/// <summary>Compiles and runs Network() as any program would.</summary>
internal static class RealNetworks
{
    /// <summary>The text of each type's network, or the exception that it threw.</summary>
    public static IReadOnlyList<(string? Text, Exception? Thrown)> Run(CSharpCompilation compilation, IEnumerable<string> types)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        if (!emitted.Success)
            throw new InvalidOperationException(string.Join("\n", emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));

        image.Position = 0;
        var context = new AssemblyLoadContext(nameof(RealNetworks), isCollectible: true);
        try
        {
            var assembly = context.LoadFromStream(image);
            return [.. types.Select(type => Run(assembly.GetType(type, throwOnError: true)!))];
        }
        finally
        {
            context.Unload();
        }
    }

    private static (string? Text, Exception? Thrown) Run(Type type)
    {
        var method = type.GetMethod("Network", BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)!;
        try
        {
            return (method.Invoke(method.IsStatic ? null : Activator.CreateInstance(type), null)!.ToString(), null);
        }
        catch (TargetInvocationException exception)
        {
            return (null, exception.InnerException);
        }
    }
}
