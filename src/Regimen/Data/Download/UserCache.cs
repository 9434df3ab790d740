namespace Regimen;

/// <summary>Where files of a user lie that can be fetched again.</summary>
internal static class UserCache
{
    /// <summary>A folder in the cache; it need not exist.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>
    /// On Linux below <c>XDG_CACHE_HOME</c> or <c>~/.cache</c>, on macOS below <c>~/Library/Caches</c>, on Windows below the local application data; null
    /// for a user without such a folder.
    /// </returns>
    public static string? Folder(string name)
    {
        var root = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (string.IsNullOrEmpty(root) || !Path.IsPathRooted(root))
        {
            root = OperatingSystem.IsWindows()
                ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify)
                : Home(OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache");
        }

        return string.IsNullOrEmpty(root) ? null : Path.Combine(root, "regimen", name);
    }

    private static string? Home(string folder)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        return string.IsNullOrEmpty(home) ? null : Path.Combine(home, folder);
    }
}
