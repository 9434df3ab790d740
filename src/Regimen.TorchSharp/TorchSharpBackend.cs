using System.Runtime.InteropServices;
using Regimen.Torch;
using Regimen.Torch.Loading;
using TorchSharp;

namespace Regimen.TorchSharp;

/// <summary>Makes TorchSharp use the libtorch that Regimen has loaded, so that there is one in the process.</summary>
/// <remarks>
/// libtorch is looked for as <see cref="LibTorch"/> says; where TorchSharp came first, the one that it has loaded is taken. Two libtorchs in
/// one process abort it, so a second one is an error here.
/// </remarks>
public static class TorchSharpBackend
{
    private static readonly Lock s_gate = new();
    private static volatile bool s_isLoaded;

    /// <summary>TorchSharp's native library on this system.</summary>
    internal static string LibraryName { get; } = OperatingSystem.IsWindows()
        ? "LibTorchSharp.dll"
        : OperatingSystem.IsMacOS() ? "libLibTorchSharp.dylib" : "libLibTorchSharp.so";

    /// <summary>
    /// Loads libtorch and TorchSharp's native library. Every member of this namespace does so by itself, and after Regimen's own first use of
    /// libtorch TorchSharp finds it without help. So only a program that begins with TorchSharp, and has no libtorch package of TorchSharp's,
    /// calls this first. Calling it again does nothing.
    /// </summary>
    /// <exception cref="LibTorchNotFoundException">libtorch can't be found or loaded.</exception>
    /// <exception cref="DllNotFoundException">TorchSharp's native library can't be loaded; the message has the loader's reason.</exception>
    public static void Load()
    {
        if (s_isLoaded)
            return;
        lock (s_gate)
        {
            if (s_isLoaded)
                return;
            LibTorch.Load();
            foreach (var folder in LibraryFinder.ForProcess().Application)
            {
                if (TryLoad(folder))
                    break;
            }

            // Finds what was loaded here by its name.
            torch.InitializeDeviceType(global::TorchSharp.DeviceType.CPU);
            s_isLoaded = true;
        }
    }

    /// <summary>Loads TorchSharp's native library from a folder, for the reason where that fails: TorchSharp itself keeps it to itself.</summary>
    /// <returns>False if it is not there.</returns>
    internal static bool TryLoad(string folder)
    {
        var path = Path.GetFullPath(Path.Combine(folder, LibraryName));
        if (!File.Exists(path))
            return false;
        try
        {
            NativeLibrary.Load(path);
            return true;
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
        {
            var reason = LibraryFinder.LoadersReason(exception.Message);
            var advice = reason.Contains("GLIBCXX", StringComparison.Ordinal)
                ? "TorchSharp was built with GCC 13: it needs a system whose libstdc++ is of GCC 13 or newer, such as Debian 13 or Ubuntu 24.04"
                : "Check that TorchSharp's package is for this system and fits libtorch " + LibTorch.Version.ToString(2);
            throw new DllNotFoundException($"TorchSharp's native library '{path}' can't be loaded: {reason}. {advice}.", exception);
        }
    }
}
