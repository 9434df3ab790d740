using System.Diagnostics;
using System.Reflection;

namespace Regimen.Compiler.Tests.Cuda;

/// <summary>The compilers of C++ that these tests need, from Debian: <c>scripts/setup.sh test</c> installs them.</summary>
internal static class Toolchain
{
    /// <summary>A Clang that knows sm_90: 16 or later.</summary>
    private static readonly string[] Clangs = ["clang-19", "clang-18", "clang-17", "clang-16", "clang"];

    public static string Clang { get; } = Find(Clangs);

    public static string Cxx { get; } = Find(["g++", "c++"]);

    /// <summary>Writes the files that texts under test include, into a new folder.</summary>
    public static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("regimen-cuda-").FullName;
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Native/", StringComparison.Ordinal)))
        {
            using var resource = assembly.GetManifestResourceStream(name)!;
            using var file = File.Create(Path.Combine(folder, Path.GetFileName(name)));
            resource.CopyTo(file);
        }

        return folder;
    }

    /// <summary>Runs a compiler in a folder; whatever it says is what the test says.</summary>
    public static void Run(string compiler, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(compiler, arguments) { WorkingDirectory = folder, RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{compiler} {string.Join(' ', arguments)}, in {folder}:\n{said}");
    }

    private static string Find(string[] names) => names.FirstOrDefault(name =>
            Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, name))))
        ?? throw new InvalidOperationException($"None of {string.Join(", ", names)} is installed: run scripts/setup.sh test.");
}
