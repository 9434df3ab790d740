using System.Runtime.InteropServices;

namespace Regimen.Torch.Loading;

/// <summary>Where to look for libtorch, in order.</summary>
/// <param name="Explicit">The folder that the environment names; if set, libtorch is taken from nowhere else.</param>
/// <param name="Application">Folders beside the program.</param>
/// <param name="Package">The folder in NuGet's cache that the build wrote down; null without such a note.</param>
/// <param name="System">Whether to ask the system's loader last.</param>
/// <param name="Loaded">The libtorch that the process has already, such as TorchSharp's; null if none.</param>
internal sealed record SearchPaths(string? Explicit, IReadOnlyList<string> Application, string? Package, bool System, string? Loaded = null);

/// <summary>An open library.</summary>
/// <param name="Handle">The loader's handle.</param>
/// <param name="Folder">Where it was found; null if the system's loader found it by name.</param>
internal readonly record struct OpenLibrary(nint Handle, string? Folder);

/// <summary>Finds and opens libtorch in the documented order.</summary>
internal static class LibraryFinder
{
    /// <summary>The environment variable with libtorch's folder.</summary>
    internal const string FolderVariable = "REGIMEN_LIBTORCH";

    /// <summary>The file beside the program in which the build notes libtorch's folder (build/LibTorch.targets).</summary>
    internal const string PathFile = "Regimen.LibTorch.path";

    internal static string CpuName { get; } = OperatingSystem.IsWindows()
        ? "torch_cpu.dll"
        : OperatingSystem.IsMacOS() ? "libtorch_cpu.dylib" : "libtorch_cpu.so";

    private static readonly string s_cudaName = OperatingSystem.IsWindows() ? "torch_cuda.dll" : "libtorch_cuda.so";

    /// <summary>The paths of this process.</summary>
    internal static SearchPaths ForProcess()
    {
        var folders = new List<string> { AppContext.BaseDirectory };

        // Where the host looks for the native parts of NuGet packages.
        if (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") is string native)
            folders.AddRange(native.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));

        folders.Add(Path.Combine(AppContext.BaseDirectory, "runtimes", RuntimeInformation.RuntimeIdentifier, "native"));
        var named = Environment.GetEnvironmentVariable(FolderVariable);
        var note = Path.Combine(AppContext.BaseDirectory, PathFile);
        return new(
            string.IsNullOrWhiteSpace(named) ? null : named, folders,
            File.Exists(note) ? File.ReadAllText(note).Trim() : null, System: true, LoadedLibrary.Find(CpuName));
    }

    /// <summary>Opens libtorch's CPU part: the one that is loaded already, or the first in the documented order.</summary>
    /// <exception cref="LibTorchNotFoundException">It is nowhere, cannot be loaded, or another one is loaded already.</exception>
    internal static OpenLibrary OpenTorch(SearchPaths paths)
    {
        // A folder that was named and lacks libtorch is a mistake; another libtorch would hide it.
        if (paths.Explicit is { } named)
        {
            CheckOnlyOne(named, paths.Loaded);
            return TryOpen(named, out var chosen)
                ? chosen
                : throw new LibTorchNotFoundException($"{FolderVariable} names '{named}', which has no {CpuName}");
        }

        // A second one in the process would register all its operators again, which aborts it.
        if (paths.Loaded is { } loaded && TryOpen(Path.GetDirectoryName(loaded)!, out var present))
            return present;

        foreach (var folder in paths.Application)
        {
            if (TryOpen(folder, out var beside))
                return beside;
        }

        if (paths.Package is { } package && TryOpen(package, out var library))
            return library;
        if (paths.System && NativeLibrary.TryLoad(CpuName, out var handle))
            return new(handle, Folder: null);
        throw new LibTorchNotFoundException(
            $"libtorch cannot be found: there is no {CpuName} beside the program, "
            + (paths.Package is null ? $"no {PathFile} there that names its folder" : $"none in '{paths.Package}' (named in {PathFile})")
            + ", and none in the system's library path");
    }

    /// <summary>Opens libtorch's CUDA part from where the CPU part came from; zero if there is none.</summary>
    internal static nint OpenCuda(OpenLibrary torch)
    {
        var name = torch.Folder is { } folder ? Path.Combine(folder, s_cudaName) : s_cudaName;
        return NativeLibrary.TryLoad(name, out var library) ? library : 0;
    }

    /// <summary>Opens <c>libtorch.so</c>, which holds nothing. TorchSharp's library asks for it, and looks only beside itself if nobody has loaded it.</summary>
    internal static void OpenUmbrella(OpenLibrary torch)
    {
        if (OperatingSystem.IsLinux() && torch.Folder is { } folder)
            NativeLibrary.TryLoad(Path.Combine(folder, "libtorch.so"), out _);
    }

    private static void CheckOnlyOne(string named, string? loaded)
    {
        var path = Path.GetFullPath(Path.Combine(named, CpuName));
        if (loaded is null || !File.Exists(path))
            return;
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        if (!string.Equals(target, loaded, OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
        {
            throw new LibTorchNotFoundException(
                $"{FolderVariable} names '{named}', but the process has loaded '{loaded}' already, for TorchSharp for instance, and two libtorchs can't be in one process. Use Regimen first, or unset {FolderVariable}");
        }
    }

    // A file that is there and can't be loaded is an error at once: what is wrong with it would be hidden by another libtorch.
    private static bool TryOpen(string folder, out OpenLibrary library)
    {
        library = default;
        var path = Path.GetFullPath(Path.Combine(folder, CpuName));
        if (!File.Exists(path))
            return false;
        try
        {
            library = new(NativeLibrary.Load(path), folder);
            return true;
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
        {
            throw new LibTorchNotFoundException($"'{path}' cannot be loaded: {LoadersReason(exception.Message)}");
        }
    }

    // .NET puts two lines of general advice before the loader's own words.
    internal static string LoadersReason(string message) =>
        message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1].TrimEnd('.');
}
