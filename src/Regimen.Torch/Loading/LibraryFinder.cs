using System.Runtime.InteropServices;

namespace Regimen.Torch.Loading;

/// <summary>Where to look for libraries, in order.</summary>
/// <param name="Explicit">The folder that the environment names; if set, libtorch is taken from nowhere else.</param>
/// <param name="Application">Folders beside the program.</param>
/// <param name="System">Whether to ask the system loader last.</param>
internal sealed record SearchPaths(string? Explicit, IReadOnlyList<string> Application, bool System);

/// <summary>Finds and opens shared libraries in the documented order.</summary>
internal static class LibraryFinder
{
    /// <summary>The environment variable with libtorch's folder.</summary>
    internal const string FolderVariable = "REGIMEN_LIBTORCH";

    // A machine without the development package has only the versioned name.
    private static readonly string[] s_cpuNames = OperatingSystem.IsWindows()
        ? ["torch_cpu.dll"]
        : OperatingSystem.IsMacOS() ? ["libtorch_cpu.dylib"] : ["libtorch_cpu.so", "libtorch_cpu.so.1.13"];

    private static readonly string[] s_cudaNames =
        OperatingSystem.IsWindows() ? ["torch_cuda.dll"] : ["libtorch_cuda.so"];

    private static readonly string[] s_shimNames = ["libregimen_shim.so"];

    /// <summary>The paths of this process.</summary>
    internal static SearchPaths ForProcess()
    {
        var folders = new List<string> { AppContext.BaseDirectory };

        // Where the host looks for the native parts of NuGet packages.
        if (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") is string native)
            folders.AddRange(native.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));

        folders.Add(Path.Combine(AppContext.BaseDirectory, "runtimes", RuntimeInformation.RuntimeIdentifier, "native"));
        var named = Environment.GetEnvironmentVariable(FolderVariable);
        return new(string.IsNullOrWhiteSpace(named) ? null : named, folders, System: true);
    }

    /// <summary>Opens libtorch's CPU part.</summary>
    /// <exception cref="LibTorchNotFoundException">It is nowhere, or cannot be loaded.</exception>
    internal static nint OpenTorch(SearchPaths paths)
    {
        string? failure = null;
        if (paths.Explicit is { } folder)
        {
            if (TryOpen([folder], s_cpuNames, ref failure, out var chosen))
                return chosen;

            // A folder that was named and lacks libtorch is a mistake; another libtorch would hide it.
            throw new LibTorchNotFoundException(
                $"{FolderVariable} names '{folder}', which has no loadable {s_cpuNames[0]}{Because(failure)}");
        }

        if (TryOpen(paths.Application, s_cpuNames, ref failure, out var library))
            return library;
        if (paths.System && TryOpenBySystem(s_cpuNames, out library))
            return library;
        throw new LibTorchNotFoundException(
            $"libtorch cannot be loaded: no {s_cpuNames[0]} beside the program or in the system's library path{Because(failure)}");
    }

    /// <summary>Opens the shim, which the build puts beside the program; zero if it is not there.</summary>
    internal static nint OpenShim(SearchPaths paths, out string? failure)
    {
        failure = null;
        IReadOnlyList<string> folders = paths.Explicit is { } folder ? [folder, .. paths.Application] : paths.Application;
        return TryOpen(folders, s_shimNames, ref failure, out var library) ? library : 0;
    }

    /// <summary>Opens libtorch's CUDA part from where the CPU part came from; zero if there is none.</summary>
    internal static nint OpenCuda(SearchPaths paths)
    {
        string? failure = null;
        IReadOnlyList<string> folders = paths.Explicit is { } folder ? [folder] : paths.Application;
        if (TryOpen(folders, s_cudaNames, ref failure, out var library))
            return library;
        return paths.Explicit is null && paths.System && TryOpenBySystem(s_cudaNames, out library) ? library : 0;
    }

    private static bool TryOpen(IReadOnlyList<string> folders, string[] names, ref string? failure, out nint library)
    {
        foreach (var folder in folders)
        {
            foreach (var name in names)
            {
                var path = Path.GetFullPath(Path.Combine(folder, name));
                if (!File.Exists(path))
                    continue;
                try
                {
                    library = NativeLibrary.Load(path);
                    return true;
                }
                catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
                {
                    // The file is there but one of its own dependencies is not: the loader's words say which.
                    failure ??= exception.Message.ReplaceLineEndings(" ").Trim();
                }
            }
        }

        library = 0;
        return false;
    }

    private static bool TryOpenBySystem(string[] names, out nint library)
    {
        foreach (var name in names)
        {
            if (NativeLibrary.TryLoad(name, out library))
                return true;
        }

        library = 0;
        return false;
    }

    private static string Because(string? failure) => failure is null ? "" : $" ({failure})";
}
