using Microsoft.Win32.SafeHandles;

namespace Regimen;

/// <summary>Opens files that must be plain files: opening a pipe would wait for its writer, for ever and deaf to cancellation, and a device has no content of a known length.</summary>
internal static class RegularFile
{
    /// <summary>Opens a file for reading.</summary>
    /// <param name="path">Where it is; links are followed.</param>
    /// <param name="share">What others may do to it meanwhile.</param>
    /// <param name="options">How it is read.</param>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="DirectoryNotFoundException">Its folder is missing.</exception>
    /// <exception cref="IOException">It is a folder, a pipe, a device or empty, or the system can't open it.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static SafeFileHandle Open(string path, FileShare share, FileOptions options = FileOptions.None)
    {
        if (Directory.Exists(path))
            throw new IOException("It is a folder, not a file.");

        // Pipes, sockets and devices have no length. To ask for it doesn't open them.
        if (File.Exists(path) && new FileInfo(Target(path)) is { Exists: true, Length: 0 })
            throw new IOException("It is empty, or no file at all but a pipe or a device.");

        var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, share, options);
        try
        {
            // What a path such as /dev/stdin or /dev/fd/3 stands for shows only now.
            if (RandomAccess.GetLength(handle) > 0)
                return handle;
        }
        catch (NotSupportedException)
        {
            handle.Dispose();
            throw new IOException("It is a pipe, not a file. Write its content to a file first.");
        }
        catch
        {
            handle.Dispose();
            throw;
        }

        handle.Dispose();
        throw new IOException("It is empty, or no file at all but a pipe or a device.");
    }

    private static string Target(string path) => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
}
