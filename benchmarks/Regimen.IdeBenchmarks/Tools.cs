using System.Diagnostics;

namespace Regimen.IdeBenchmarks;

/// <summary>The compiler of the SDK, as a build starts it.</summary>
internal static class Tools
{
    private static readonly string DotnetRoot = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    private static readonly Lazy<string> Compilers = new(() => Path.Combine(DotnetRoot, "sdk", Run("dotnet", ["--version"]).Output.Trim(), "Roslyn", "bincore"));

    /// <summary>csc; with <paramref name="pipe"/> it asks the compiler server of that name, which stays.</summary>
    public static string Compile(string folder, IEnumerable<string> arguments, string? pipe = null)
    {
        var response = Path.Combine(folder, "compile.rsp");
        File.WriteAllLines(response, arguments);
        string[] server = pipe is null ? [] : ["/shared:" + pipe];
        var (output, code) = Run(Path.Combine(Compilers.Value, "csc"), ["/noconfig", "/nologo", .. server, "@" + response], folder);
        return code == 0 ? output : throw new InvalidOperationException($"csc failed in {folder}:\n{output}");
    }

    /// <summary>Ends the compiler server of that name.</summary>
    public static void Shutdown(string pipe) => Run("dotnet", [Path.Combine(Compilers.Value, "VBCSCompiler.dll"), "-shutdown", "-pipename:" + pipe]);

    /// <summary>Runs a program to its end; its output is that of both streams.</summary>
    public static (string Output, int Code) Run(string program, IEnumerable<string> arguments, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? "" };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output + errors.Result, process.ExitCode);
    }

    /// <summary>The reference assemblies of the framework, and Regimen's libraries.</summary>
    public static IEnumerable<string> References()
    {
        var pack = Directory.GetDirectories(Path.Combine(DotnetRoot, "packs", "Microsoft.NETCore.App.Ref")).Order(StringComparer.Ordinal).Last();
        return Directory.GetFiles(Path.Combine(pack, "ref", "net10.0"), "*.dll").Concat([Beside("Regimen.dll"), Beside("Regimen.Torch.dll")]).Select(path => "/reference:" + path);
    }

    /// <summary>The generators and analyzers that every project of the SDK runs.</summary>
    public static IEnumerable<string> SdkAnalyzers()
    {
        var pack = Directory.GetDirectories(Path.Combine(DotnetRoot, "packs", "Microsoft.NETCore.App.Ref")).Order(StringComparer.Ordinal).Last();
        var sdk = Path.GetFullPath(Path.Combine(Compilers.Value, "..", "..", "Sdks", "Microsoft.NET.Sdk", "analyzers"));
        return Directory.GetFiles(Path.Combine(pack, "analyzers", "dotnet", "cs"), "*.dll").Concat(Directory.GetFiles(sdk, "*.dll")).Select(path => "/analyzer:" + path);
    }

    /// <summary>An assembly beside this program.</summary>
    public static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, name);

    /// <summary>The middle one.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var ordered = values.Order().ToArray();
        return ordered[ordered.Length / 2];
    }
}
