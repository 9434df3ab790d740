using System.Globalization;

namespace Regimen;

/// <summary>
/// The file that a new content is written to before it takes the place of the old one: <c>&lt;path&gt;.&lt;process&gt;-&lt;number&gt;.tmp</c>, so that
/// two writers of one path don't meet. A writer holds a lock on it; one without a lock was left by a process that was killed.
/// </summary>
internal static class TemporaryFile
{
    /// <summary>A file system without locks would make each one look abandoned. Nothing writes for this long without the file's time changing.</summary>
    private static readonly TimeSpan _abandoned = TimeSpan.FromMinutes(1);

    private static int _last;

    /// <summary>Writes a file that is either whole or not there: beside its place, flushed to the disk, then renamed.</summary>
    /// <param name="path">Where to; an existing file is replaced. The folder must exist.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The disk is full, the folder is missing, or the like. The old file is untouched, and nothing is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Replace(string path, Action<FileStream> write)
    {
        if (Directory.Exists(path))
            throw new IOException("A folder has that name.");
        var full = Path.GetFullPath(path);
        DeleteAbandoned(Path.GetDirectoryName(full)!, Path.GetFileName(full));
        var temporary = string.Create(CultureInfo.InvariantCulture, $"{full}.{Environment.ProcessId}-{Interlocked.Increment(ref _last)}.tmp");

        // Sharing deletion lets the file be renamed while it is open, and so locked until it has its name.
        using var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Delete, bufferSize: 0);
        try
        {
            DiskErrors.AsIOException(() => write(file));
            file.Flush(flushToDisk: true);
            File.Move(temporary, full, overwrite: true);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }

    /// <summary>Deletes what writers of a path left behind when they were killed. Another writer's file, and every other name, stays.</summary>
    /// <param name="folder">The folder of the path.</param>
    /// <param name="name">The file's name.</param>
    public static void DeleteAbandoned(string folder, string name)
    {
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder, name + ".*.tmp"))
            {
                if (IsOurs(Path.GetFileName(file).AsSpan(name.Length + 1)) && DateTime.UtcNow - File.GetLastWriteTimeUtc(file) > _abandoned && IsUnlocked(file))
                    TryDelete(file);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A folder that is missing or may not be listed; whoever writes there will say so.
        }
    }

    /// <summary>Whether the rest of a name is <c>&lt;process&gt;-&lt;number&gt;.tmp</c>.</summary>
    private static bool IsOurs(ReadOnlySpan<char> rest)
    {
        var dash = rest.IndexOf('-');
        return dash > 0 && rest[..dash].IndexOfAnyExceptInRange('0', '9') < 0
            && rest[(dash + 1)..^".tmp".Length] is { IsEmpty: false } number && number.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static bool IsUnlocked(string file)
    {
        try
        {
            using var probe = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The first error is the one to report; a leftover temporary file does no harm.
        }
    }
}
