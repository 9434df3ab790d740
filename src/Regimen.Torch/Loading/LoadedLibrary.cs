using System.Diagnostics;

namespace Regimen.Torch.Loading;

/// <summary>What the process has loaded already, by whomever.</summary>
internal static class LoadedLibrary
{
    /// <summary>The path of a loaded library.</summary>
    /// <param name="name">Its file name.</param>
    /// <returns>The full path; null if it is not loaded.</returns>
    internal static string? Find(string name)
    {
        using var process = Process.GetCurrentProcess();
        foreach (ProcessModule module in process.Modules)
        {
            if (module.FileName is { } path && string.Equals(Path.GetFileName(path), name, StringComparison.OrdinalIgnoreCase))
                return path;
        }

        return null;
    }
}
