using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Regimen;

/// <summary>
/// Collects tensors and texts, then writes them as one safetensors file that is either whole or not there. Bytes are not copied: what was added
/// must stay alive and unchanged until <see cref="Write"/> has returned. Bytes must be little-endian, as they are in memory on every machine that .NET supports
/// with libtorch.
/// </summary>
public sealed unsafe class SafeTensorsWriter
{
    private readonly List<Tensor> _tensors = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _metadata = new(StringComparer.Ordinal);

    /// <summary>Adds a tensor from managed memory.</summary>
    /// <param name="name">Unique in the file, not empty.</param>
    /// <param name="type"><c>F32</c>, <c>F64</c>, <c>I64</c>, <c>U8</c> or another that <see cref="SafeTensors.ElementSize"/> knows.</param>
    /// <param name="shape">Dimensions; empty for a single number.</param>
    /// <param name="data">The elements in row-major order.</param>
    /// <returns>This writer.</returns>
    /// <exception cref="ArgumentException">The name is taken, the type unknown, or the length isn't that of the shape.</exception>
    public SafeTensorsWriter Add(string name, string type, ReadOnlySpan<long> shape, ReadOnlyMemory<byte> data)
    {
        Check(name, type, shape, data.Length);
        _tensors.Add(new Tensor(name, type, shape.ToArray(), data, null, data.Length));
        return this;
    }

    /// <summary>Adds a tensor from native or pinned memory.</summary>
    /// <param name="name">Unique in the file, not empty.</param>
    /// <param name="type"><c>F32</c>, <c>F64</c>, <c>I64</c>, <c>U8</c> or another that <see cref="SafeTensors.ElementSize"/> knows.</param>
    /// <param name="shape">Dimensions; empty for a single number.</param>
    /// <param name="data">The elements in row-major order.</param>
    /// <param name="length">Bytes.</param>
    /// <returns>This writer.</returns>
    /// <exception cref="ArgumentException">The name is taken, the type unknown, or the length isn't that of the shape.</exception>
    public SafeTensorsWriter Add(string name, string type, ReadOnlySpan<long> shape, void* data, long length)
    {
        Check(name, type, shape, length);
        if (length > 0)
            ArgumentNullException.ThrowIfNull(data);

        _tensors.Add(new Tensor(name, type, shape.ToArray(), default, (byte*)data, length));
        return this;
    }

    /// <summary>Adds a text, or replaces the one with that key.</summary>
    /// <param name="key">Any text.</param>
    /// <param name="value">Any text; format numbers invariantly.</param>
    /// <returns>This writer.</returns>
    public SafeTensorsWriter AddMetadata(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        _metadata[key] = value;
        return this;
    }

    /// <summary>
    /// Adds a checksum over the whole file, header and data, among the texts as <see cref="SafeTensors.ChecksumKey"/>;
    /// <see cref="SafeTensorsReader.VerifyChecksum"/> asks for it. Other readers of the format see one text more.
    /// </summary>
    /// <returns>This writer.</returns>
    public SafeTensorsWriter AddChecksum() => AddMetadata(SafeTensors.ChecksumKey, FileChecksum.Placeholder);

    /// <summary>
    /// Writes the file: to a temporary one beside it, flushed to the disk, then renamed. Whenever the process is killed, <paramref name="path"/>
    /// is the old file or the new one, never a part; of several writers of one path the last wins. What killed writers of this path left
    /// behind is deleted.
    /// </summary>
    /// <param name="path">Where to; an existing file is replaced. The folder must exist.</param>
    /// <exception cref="CheckpointException">The disk is full, the folder is missing, or the like. The old file is untouched.</exception>
    public void Write(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);

        // Wide elements first: then each tensor starts at a multiple of its element size, and a reader may map the file. Stable, so files are reproducible.
        var ordered = _tensors.OrderByDescending(tensor => SafeTensors.ElementSize(tensor.Type)).ToArray();
        var header = Header(ordered);
        if (_metadata.GetValueOrDefault(SafeTensors.ChecksumKey) == FileChecksum.Placeholder)
            FillChecksum(header, ordered);
        try
        {
            TemporaryFile.Replace(path, file =>
            {
                file.Write(header);
                foreach (var tensor in ordered)
                    tensor.ForEachPart(file.Write);
            });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CheckpointException($"{path} can't be written: {error.Message} Check that its folder exists and is writable, and that the disk has room.", error);
        }
    }

    private static void FillChecksum(byte[] header, Tensor[] tensors)
    {
        var checksum = new FileChecksum();
        checksum.Append(header);
        foreach (var tensor in tensors)
            tensor.ForEachPart(checksum.Append);

        // Inside a name or a text the quotes would be escaped, so this stands there once.
        var key = $"\"{SafeTensors.ChecksumKey}\":\"";
        var at = header.AsSpan().IndexOf(Encoding.ASCII.GetBytes(key + FileChecksum.Placeholder));
        Encoding.ASCII.GetBytes(checksum.Text, header.AsSpan(at + key.Length));
    }

    private byte[] Header(Tensor[] tensors)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Advance(Zeroed(buffer, SafeTensors.PrefixLength));
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (_metadata.Count > 0)
            {
                json.WriteStartObject(SafeTensors.MetadataName);
                foreach (var (key, value) in _metadata)
                    json.WriteString(key, value);

                json.WriteEndObject();
            }

            long offset = 0;
            foreach (var tensor in tensors)
            {
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", tensor.Type);
                json.WriteStartArray("shape");
                foreach (var dimension in tensor.Shape)
                    json.WriteNumberValue(dimension);

                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(offset);
                json.WriteNumberValue(offset += tensor.Length);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        while (buffer.WrittenCount % 8 != 0)
            buffer.Write(" "u8);

        var header = buffer.WrittenSpan.ToArray();
        BinaryPrimitives.WriteUInt64LittleEndian(header, (ulong)(header.Length - SafeTensors.PrefixLength));
        return header;
    }

    private static int Zeroed(ArrayBufferWriter<byte> buffer, int length)
    {
        buffer.GetSpan(length)[..length].Clear();
        return length;
    }

    private void Check(string name, string type, ReadOnlySpan<long> shape, long length)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name == SafeTensors.MetadataName)
            throw new ArgumentException($"A tensor can't be called {SafeTensors.MetadataName}: the format keeps that name for texts.", nameof(name));

        if (SafeTensors.ElementSize(type) == 0)
            throw new ArgumentException($"Tensor {name}: {type} is no element type of the safetensors format. Use F32, F64, I64 or U8.", nameof(type));

        if (SafeTensors.ByteCount(type, shape) is not long expected || expected != length)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Tensor {name}: {length} bytes don't fill shape [{string.Join(", ", shape.ToArray())}] of {type}."), nameof(shape));
        }

        if (!_names.Add(name))
            throw new ArgumentException($"There is a tensor {name} already; names must be unique.", nameof(name));
    }

    private sealed class Tensor(string name, string type, long[] shape, ReadOnlyMemory<byte> memory, byte* pointer, long length)
    {
        public string Name => name;

        public string Type => type;

        public long[] Shape => shape;

        public long Length => length;

        public delegate void Part(ReadOnlySpan<byte> bytes);

        /// <summary>The bytes in order; a span holds at most 2³¹ − 1 of them.</summary>
        public void ForEachPart(Part visit)
        {
            if (pointer is null)
            {
                visit(memory.Span);
                return;
            }

            for (long done = 0; done < length;)
            {
                var part = (int)Math.Min(length - done, 1 << 30);
                visit(new ReadOnlySpan<byte>(pointer + done, part));
                done += part;
            }
        }
    }
}
