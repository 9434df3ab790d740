namespace Regimen;

/// <summary>Errors of writing that .NET does not report as what they are.</summary>
internal static class DiskErrors
{
    /// <summary>Writes. A file that reaches the largest size that its file system or its process may have (EFBIG) is an argument's error to .NET; it is the disk's.</summary>
    /// <param name="write">What writes.</param>
    /// <exception cref="IOException">The disk takes no more, or the like.</exception>
    public static void AsIOException(Action write)
    {
        try
        {
            write();
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw new IOException("The file is too large for the file system, or for the limit of this process.", error);
        }
    }
}
