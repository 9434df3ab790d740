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
    private readonly byte[] _start;
    private readonly Range? _checksum;

    /// <summary>Opens and checks a file: sizes, types, names, and that the tensors fill it without gap or overlap.</summary>
    /// <param name="path">Where it is.</param>
    /// <exception cref="CheckpointException">It is missing, unreadable, or not a whole safetensors file.</exception>
    public SafeTensorsReader(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Path = path;
        try
        {
            // Sharing deletion lets a running training replace its checkpoint meanwhile; this handle keeps the old content.
            _file = RegularFile.Open(path, FileShare.Read | FileShare.Delete);
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
            _start = ReadStart(out var fileLength);
            _dataStart = _start.Length;
            var parsed = new SafeTensorsHeader(path, _start.AsSpan(SafeTensors.PrefixLength), this);
            parsed.CheckOffsets(fileLength - _dataStart);
            _checksum = parsed.Checksum;
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

    /// <summary>Whether the file has a checksum.</summary>
    public bool HasChecksum => _checksum is not null;

    /// <summary>Reads the whole file and compares it with its checksum: no bit of it has changed since it was written.</summary>
    /// <exception cref="CheckpointException">The file has no checksum, or another content than when it was written.</exception>
    public void VerifyChecksum()
    {
        if (_checksum is not { } place)
            throw new CheckpointException($"{Path} has no checksum, so nothing shows that it is whole. Another program or an older version wrote it; use a file that SafeTensorsWriter.AddChecksum() made.");

        var checksum = new FileChecksum();
        checksum.Append(_start, new Range(place.Start.Value + SafeTensors.PrefixLength, place.End.Value + SafeTensors.PrefixLength));
        var buffer = new byte[1 << 20];
        var left = Entries.Sum(entry => entry.ByteCount);
        for (var position = _dataStart; left > 0;)
        {
            var part = buffer.AsSpan(0, (int)Math.Min(left, buffer.Length));
            ReadAt(position, part);
            checksum.Append(part);
            position += part.Length;
            left -= part.Length;
        }

        if (checksum.Text != Metadata[SafeTensors.ChecksumKey])
            throw new CheckpointException($"{Path} is damaged: its content does not have the checksum that it was written with. Use another checkpoint.");
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    /// <summary>Fills a span from a tensor's bytes.</summary>
    internal void Read(SafeTensorsEntry entry, long offset, Span<byte> target) => ReadAt(_dataStart + entry.Begin + offset, target);

    /// <summary>The header and its size before it.</summary>
    private byte[] ReadStart(out long fileLength)
    {
        try
        {
            fileLength = RandomAccess.GetLength(_file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(error);
        }

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

        var start = new byte[SafeTensors.PrefixLength + (int)length];
        ReadAt(0, start);
        return start;
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
                throw Unreadable(error);
            }

            if (read == 0)
                throw new CheckpointException($"{Path} became shorter while it was read. Let nothing write to a checkpoint in place.");

            position += read;
            target = target[read..];
        }
    }

    private CheckpointException Unreadable(Exception error) => new($"{Path} can't be read: {error.Message} Check the disk, or use another checkpoint.", error);
}
