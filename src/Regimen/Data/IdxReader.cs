using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;

namespace Regimen;

/// <summary>One IDX file, inflated while it is read. Every error names the file.</summary>
internal sealed unsafe class IdxReader : IDisposable
{
    /// <summary>Deflate can't shrink by more (zlib's technical notes: 1032:1), so a header that promises more than this is wrong.</summary>
    private const long LargestRatio = 1032;

    /// <summary>Bytes per read: large enough that calls don't count, small enough to stay within a span.</summary>
    private const int Chunk = 1 << 24;

    private readonly Stream _file;
    private readonly Stream _content;
    private readonly bool _compressed;
    private readonly string _what;
    private long _position;

    /// <summary>Opens a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="what">What it should hold, for messages: images or labels.</param>
    public IdxReader(string path, string what)
        : this(path, what, Open(path, what))
    {
    }

    /// <summary>Reads an open file.</summary>
    /// <param name="path">Its name, for messages.</param>
    /// <param name="what">What it should hold, for messages: images or labels.</param>
    /// <param name="file">The content, at its start; belongs to the reader, even where this throws.</param>
    internal IdxReader(string path, string what, Stream file)
    {
        Path = path;
        _what = what;
        _file = file;
        try
        {
            _compressed = IsGzip(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            file.Dispose();
            throw Unreadable(error);
        }

        _content = _compressed ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>Where the file is.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _content.Dispose();
        _file.Dispose();
    }

    /// <summary>Reads a big-endian number of the header.</summary>
    public uint ReadUInt32()
    {
        uint value;
        Fill((byte*)&value, sizeof(uint));
        return BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;
    }

    /// <summary>Reads the magic number, which tells the element type and the number of dimensions.</summary>
    public void ExpectMagic(uint magic)
    {
        var found = ReadUInt32();
        if (found != magic)
        {
            throw new DataException(string.Create(CultureInfo.InvariantCulture,
                $"{Path} is not an IDX file of {_what}: it starts with 0x{found:x8}, not with 0x{magic:x8}. Check that images and labels are not swapped, and that the file was downloaded whole."));
        }
    }

    /// <summary>Reads the number of images or labels.</summary>
    public int ReadCount()
    {
        var count = ReadUInt32();
        if (count is 0 or > int.MaxValue)
        {
            throw new DataException(string.Create(CultureInfo.InvariantCulture,
                $"{Path} declares {count} {_what}; from 1 to {int.MaxValue} are possible. The file is damaged: download it again."));
        }

        return (int)count;
    }

    /// <summary>Checks the length against the header as far as that is possible without inflating, before memory is taken for it.</summary>
    public void ExpectRemaining(long bytes)
    {
        var available = _compressed ? _file.Length * LargestRatio : _file.Length - _position;
        if (available < bytes)
            throw Truncated(bytes, _compressed ? null : available, null);
    }

    /// <summary>Reads the last <paramref name="length"/> bytes of the file.</summary>
    public void ReadToEnd(byte* target, long length)
    {
        Fill(target, length);

        byte beyond;
        if (Read(new Span<byte>(&beyond, 1), length, length) != 0)
        {
            throw new DataException(string.Create(CultureInfo.InvariantCulture,
                $"{Path} goes on after the {length} bytes that its header declares. Either the header or the file is wrong: download it again."));
        }
    }

    private static FileStream Open(string path, string what)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            // No buffer of our own: the inflater has one, and plain files are read in large pieces.
            return new FileStream(RegularFile.Open(path, FileShare.Read, FileOptions.SequentialScan), FileAccess.Read, bufferSize: 0);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataException($"{path} does not exist. It should hold the {what}; check the path, or download the data set.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{path} can't be read: {error.Message} Check that it is a file and its permissions.", error);
        }
    }

    private static bool IsGzip(Stream file)
    {
        Span<byte> start = stackalloc byte[2];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return length == 2 && start is [0x1f, 0x8b];
    }

    private void Fill(byte* target, long length)
    {
        for (long done = 0; done < length;)
        {
            var read = Read(new Span<byte>(target + done, (int)Math.Min(length - done, Chunk)), length, done);
            if (read == 0)
                throw Truncated(length, done, null);

            done += read;
            _position += read;
        }
    }

    private int Read(Span<byte> target, long wanted, long done)
    {
        try
        {
            return _content.Read(target);
        }
        catch (InvalidDataException error) when (_compressed && _file.Position == _file.Length)
        {
            // The inflater ran out of input, or the checksum at the very end is wrong; it doesn't say which.
            throw done < wanted ? Truncated(wanted, done, error) : Damaged(error);
        }
        catch (InvalidDataException error)
        {
            throw Damaged(error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(error);
        }
    }

    private DataException Truncated(long wanted, long? found, Exception? error) => new(string.Create(CultureInfo.InvariantCulture,
        $"{Path} is truncated: its header needs {wanted} more bytes of {_what}, and {(found is long bytes ? bytes : "fewer")} are there. Download it again."), error);

    private DataException Unreadable(Exception error) => new($"{Path} can't be read: {error.Message} Check the disk, or download the file again.", error);

    private DataException Damaged(Exception error) => new($"{Path} is damaged: its gzip data can't be inflated ({error.Message}). Download it again.", error);
}
