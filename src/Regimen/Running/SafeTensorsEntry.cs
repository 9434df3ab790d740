using System.Collections.Immutable;
using System.Globalization;

namespace Regimen;

/// <summary>A tensor of an open safetensors file: what the header says of it, and the way to its bytes.</summary>
public sealed unsafe class SafeTensorsEntry
{
    private readonly SafeTensorsReader _reader;

    internal SafeTensorsEntry(SafeTensorsReader reader, string name, string type, ImmutableArray<long> shape, long begin, long length)
    {
        _reader = reader;
        Name = name;
        Type = type;
        Shape = shape;
        Begin = begin;
        ByteCount = length;
    }

    /// <summary>Unique in the file.</summary>
    public string Name { get; }

    /// <summary>The format's name of the element type, such as <c>F32</c>.</summary>
    public string Type { get; }

    /// <summary>Dimensions; empty for a single number.</summary>
    public ImmutableArray<long> Shape { get; }

    /// <summary>Bytes of the tensor.</summary>
    public long ByteCount { get; }

    /// <summary>Where it starts, counted from the end of the header.</summary>
    internal long Begin { get; }

    /// <summary>Reads the tensor.</summary>
    /// <param name="target">Exactly <see cref="ByteCount"/> bytes; gets the elements in row-major order, little-endian.</param>
    /// <exception cref="ArgumentException"><paramref name="target"/> has another length.</exception>
    /// <exception cref="CheckpointException">The file can't be read.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public void CopyTo(Span<byte> target)
    {
        CheckLength(target.Length);
        _reader.Read(this, 0, target);
    }

    /// <summary>Reads the tensor into native or pinned memory.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="length">Must be <see cref="ByteCount"/>.</param>
    /// <inheritdoc cref="CopyTo(Span{byte})"/>
    public void CopyTo(void* target, long length)
    {
        CheckLength(length);
        for (long done = 0; done < length;)
        {
            var part = (int)Math.Min(length - done, 1 << 30);
            _reader.Read(this, done, new Span<byte>((byte*)target + done, part));
            done += part;
        }
    }

    private void CheckLength(long length)
    {
        if (length != ByteCount)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Tensor {Name} has {ByteCount} bytes ({Type} [{string.Join(", ", Shape)}]); the target has {length}."));
        }
    }
}
