using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Regimen;

/// <summary>
/// An open safetensors file. The header is read and checked at once, a tensor's bytes only when asked for. Any number of threads may read.
/// Entries don't outlive the reader.
/// </summary>
public sealed class SafeTensorsReader : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly Dictionary<string, SafeTensorsEntry> _byName = new(StringComparer.Ordinal);
    private readonly long _dataStart;

    /// <summary>Opens and checks a file: sizes, types, names, and that the tensors fill it without gap or overlap.</summary>
    /// <param name="path">Where it is.</param>
    /// <exception cref="CheckpointException">It is missing, unreadable, or not a whole safetensors file.</exception>
    public SafeTensorsReader(string path)
    {
        Path = path;
        try
        {
            // Sharing deletion lets a running training replace its checkpoint meanwhile; this handle keeps the old content.
            _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CheckpointException($"{path} does not exist. Check the path of the checkpoint.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CheckpointException($"{path} can't be read: {error.Message} Check that it is a file and its permissions.", error);
        }

        try
        {
            var header = ReadHeader(out var fileLength);
            _dataStart = SafeTensors.PrefixLength + header.Length;
            var parsed = new SafeTensorsHeader(path, header, this);
            parsed.CheckOffsets(fileLength - _dataStart);
            Entries = parsed.Entries;
            Metadata = parsed.Metadata;
            foreach (var entry in Entries)
                _byName.Add(entry.Name, entry);
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>Where the file is.</summary>
    public string Path { get; }

    /// <summary>The tensors in the order of the header.</summary>
    public ImmutableArray<SafeTensorsEntry> Entries { get; }

    /// <summary>The texts; empty where the file has none.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>A tensor by name.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="CheckpointException">There is none of that name.</exception>
    public SafeTensorsEntry this[string name] => TryGet(name) ?? throw new CheckpointException(
        $"{Path} has no tensor {name}. It was written by another network or version; it holds {(Entries.IsEmpty ? "none" : string.Join(", ", Entries.Take(8).Select(entry => entry.Name)) + (Entries.Length > 8 ? ", …" : ""))}.");

    /// <summary>A tensor by name, or null.</summary>
    /// <param name="name">Its name.</param>
    public SafeTensorsEntry? TryGet(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    /// <summary>Fills a span from a tensor's bytes.</summary>
    internal void Read(SafeTensorsEntry entry, long offset, Span<byte> target) => ReadAt(_dataStart + entry.Begin + offset, target);

    private byte[] ReadHeader(out long fileLength)
    {
        fileLength = RandomAccess.GetLength(_file);
        if (fileLength < SafeTensors.PrefixLength)
        {
            throw new CheckpointException(string.Create(CultureInfo.InvariantCulture,
                $"{Path} is no safetensors file: it has {fileLength} bytes, and the header's size alone takes 8. Use another checkpoint."));
        }

        Span<byte> prefix = stackalloc byte[SafeTensors.PrefixLength];
        ReadAt(0, prefix);
        var length = System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > SafeTensors.LargestHeader)
        {
            throw new CheckpointException(string.Create(CultureInfo.InvariantCulture,
                $"{Path} is no safetensors file: its header would have {length} bytes, more than the format allows. Use another checkpoint."));
        }

        if ((long)length > fileLength - SafeTensors.PrefixLength)
        {
            throw new CheckpointException(string.Create(CultureInfo.InvariantCulture,
                $"{Path} is truncated: its header has {length} bytes, and {fileLength - SafeTensors.PrefixLength} are there. Use another checkpoint."));
        }

        var header = new byte[length];
        ReadAt(SafeTensors.PrefixLength, header);
        return header;
    }

    private void ReadAt(long position, Span<byte> target)
    {
        while (!target.IsEmpty)
        {
            int read;
            try
            {
                read = RandomAccess.Read(_file, target, position);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new CheckpointException($"{Path} can't be read: {error.Message} Check the disk, or use another checkpoint.", error);
            }

            if (read == 0)
                throw new CheckpointException($"{Path} became shorter while it was read. Let nothing write to a checkpoint in place.");

            position += read;
            target = target[read..];
        }
    }
}
