using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Regimen.Tests.Running;

public sealed unsafe class SafeTensorsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => _folder["a.safetensors"];

    public void Dispose() => _folder.Dispose();

    /// <summary>Byte for byte as the format's README describes it.</summary>
    [Fact]
    public void The_bytes_are_those_of_the_specification()
    {
        new SafeTensorsWriter()
            .Add("flag", "U8", [2], new byte[] { 7, 8 })
            .Add("weight", "F32", [1, 2], MemoryMarshal.AsBytes<float>([1f, -2f]).ToArray())
            .AddMetadata("seed", "1")
            .Write(FilePath);

        const string Json = """{"__metadata__":{"seed":"1"},"weight":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]},"flag":{"dtype":"U8","shape":[2],"data_offsets":[8,10]}}""";
        var header = Json.PadRight((Json.Length + 7) / 8 * 8);
        byte[] expected =
        [
            (byte)header.Length, 0, 0, 0, 0, 0, 0, 0,
            .. Encoding.ASCII.GetBytes(header),
            0x00, 0x00, 0x80, 0x3f, 0x00, 0x00, 0x00, 0xc0,
            7, 8,
        ];
        Assert.NotEqual(Json.Length, header.Length);
        Assert.Equal(expected, File.ReadAllBytes(FilePath));
    }

    [Fact]
    public void What_was_written_is_read()
    {
        var tensors =
            from name in ArbMap.Default.GeneratorFor<NonEmptyString>()
            from type in Gen.Elements("F32", "F64", "I64", "U8")
            from shape in Gen.Choose(0, 4).Select(value => (long)value).ArrayOf()
            select (name: name.Get, type, shape: shape.Take(4).ToArray());
        var files =
            from list in tensors.ListOf()
            from texts in ArbMap.Default.GeneratorFor<Dictionary<NonNull<string>, NonNull<string>>>()
            from seed in Gen.Choose(0, int.MaxValue)
            select (tensors: list.Where(tensor => IsText(tensor.name)).DistinctBy(tensor => tensor.name).ToArray(), texts, seed);

        Prop.ForAll(files.ToArbitrary(), file =>
        {
            var random = new Random(file.seed);
            var writer = new SafeTensorsWriter();
            var data = new Dictionary<string, byte[]>();
            foreach (var (name, type, shape) in file.tensors)
            {
                var bytes = data[name] = new byte[shape.Aggregate(1L, (product, dimension) => product * dimension) * SafeTensors.ElementSize(type)];
                random.NextBytes(bytes);
                writer.Add(name, type, shape, bytes);
            }

            var texts = file.texts.Where(text => IsText(text.Key.Get) && IsText(text.Value.Get)).ToDictionary(text => text.Key.Get, text => text.Value.Get);
            foreach (var (key, value) in texts)
                writer.AddMetadata(key, value);

            writer.Write(FilePath);
            using var reader = SafeTensors.Open(FilePath);
            Assert.Equal(texts.OrderBy(text => text.Key, StringComparer.Ordinal), reader.Metadata.OrderBy(text => text.Key, StringComparer.Ordinal));
            Assert.Equal(file.tensors.Length, reader.Entries.Length);
            foreach (var (name, type, shape) in file.tensors)
            {
                var entry = reader[name];
                var read = new byte[entry.ByteCount];
                entry.CopyTo(read);
                Assert.Equal(data[name], read);
                Assert.Equal((name, type), (entry.Name, entry.Type));
                Assert.Equal(shape, entry.Shape);
            }
        }).QuickCheckThrowOnFailure();

        // A lone surrogate is no text, in JSON as in UTF-8.
        static bool IsText(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text && text != "__metadata__";
    }

    [Fact]
    public void Native_memory_is_written_and_read()
    {
        var values = new double[1000];
        new Random(1).NextBytes(MemoryMarshal.AsBytes(values.AsSpan()));
        var read = new double[1000];
        fixed (double* from = values, to = read)
        {
            new SafeTensorsWriter().Add("x", "F64", [10, 100], from, 8000).Write(FilePath);
            using var reader = SafeTensors.Open(FilePath);
            reader["x"].CopyTo(to, 8000);
        }

        Assert.True(MemoryMarshal.AsBytes<double>(values).SequenceEqual(MemoryMarshal.AsBytes<double>(read)));
    }

    [Fact]
    public void Each_tensor_starts_at_a_multiple_of_its_element_size()
    {
        new SafeTensorsWriter().Add("a", "U8", [3], new byte[3]).Add("b", "F32", [1], new byte[4]).Add("c", "I64", [1], new byte[8]).Write(FilePath);
        var bytes = File.ReadAllBytes(FilePath);
        Assert.Equal(0u, BinaryPrimitives.ReadUInt64LittleEndian(bytes) % 8);
        using var reader = SafeTensors.Open(FilePath);
        Assert.Equal(["c", "b", "a"], reader.Entries.Select(entry => entry.Name));
    }

    [Fact]
    public void A_file_without_tensors_is_a_file()
    {
        new SafeTensorsWriter().Write(FilePath);
        using var reader = SafeTensors.Open(FilePath);
        Assert.Empty(reader.Entries);
        Assert.Empty(reader.Metadata);
    }

    [Fact]
    public void Unknown_keys_and_white_space_are_skipped()
    {
        WriteRaw("""  { "x" : { "extra": {"a": [1]}, "dtype": "U8", "shape": [], "data_offsets": [0, 1] } }   """, [9]);
        using var reader = SafeTensors.Open(FilePath);
        var value = new byte[1];
        reader["x"].CopyTo(value);
        Assert.Equal(9, value[0]);
    }

    [Theory]
    [InlineData("", 0, "its header is not the JSON")]
    [InlineData("{", 0, "its header is not the JSON")]
    [InlineData("[]", 0, "its header is not the JSON")]
    [InlineData("{} {}", 0, "its header is not the JSON")]
    [InlineData("""{"x":1}""", 0, "its header is not the JSON")]
    [InlineData("""{"__metadata__":{"a":1}}""", 0, "its header is not the JSON")]
    [InlineData("""{"x":{"dtype":"U8","shape":[1.5],"data_offsets":[0,1]}}""", 1, "its header is not the JSON")]
    [InlineData("""{"x":{"dtype":"U8","shape":["1"],"data_offsets":[0,1]}}""", 1, "its header is not the JSON")]
    [InlineData("""{"x":{"dtype":"U8","shape":[99999999999999999999],"data_offsets":[0,1]}}""", 1, "its header is not the JSON")]
    [InlineData("""{"x":{"dtype":"U8","shape":[1]}}""", 1, "tensor x lacks its dtype, shape or data_offsets")]
    [InlineData("""{"x":{"dtype":"U8","shape":[1],"data_offsets":[0]}}""", 1, "tensor x has data_offsets [0], which is no range")]
    [InlineData("""{"x":{"dtype":"U8","shape":[1],"data_offsets":[1,0]}}""", 1, "tensor x has data_offsets [1, 0], which is no range")]
    [InlineData("""{"x":{"dtype":"U8","shape":[1],"data_offsets":[-1,0]}}""", 1, "tensor x has data_offsets [-1, 0], which is no range")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4, "tensor x of F32 [2] can't have 4 bytes")]
    [InlineData("""{"x":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", 4, "tensor x of F32 [-1] can't have 4 bytes")]
    [InlineData("""{"x":{"dtype":"F32","shape":[4294967296,4294967296,4294967296],"data_offsets":[0,0]}}""", 0, "tensor x of F32 [4294967296, 4294967296, 4294967296] can't have 0 bytes")]
    [InlineData("""{"x":{"dtype":"F7","shape":[1],"data_offsets":[0,4]}}""", 4, "tensor x of type F7, which this version can't read")]
    [InlineData("""{"x":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"x":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""", 2, "the name x occurs twice")]
    [InlineData("""{"x":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"y":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}}""", 3, "tensor y starts at byte 1, inside the tensor before it, which ends at 2")]
    [InlineData("""{"x":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"y":{"dtype":"U8","shape":[1],"data_offsets":[2,3]}}""", 3, "tensor y starts at byte 2, leaving a gap after the tensor before it, which ends at 1")]
    [InlineData("""{"x":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}}""", 3, "is truncated: its tensors take 4 bytes, and 3 are there")]
    [InlineData("""{"x":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}}""", 6, "2 bytes follow after the last tensor")]
    public void A_wrong_header_is_explained(string json, int dataBytes, string expected)
    {
        WriteRaw(json, new byte[dataBytes]);
        var message = Assert.Throws<CheckpointException>(() => SafeTensors.Open(FilePath)).Message;
        Assert.StartsWith(FilePath, message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
        using var culture = new ForeignCulture();
        Assert.Equal(message, Assert.Throws<CheckpointException>(() => SafeTensors.Open(FilePath)).Message);
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused_and_a_flipped_header_bit_never_crashes()
    {
        WriteSample();
        var whole = File.ReadAllBytes(FilePath);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(FilePath, whole[..length]);
            Assert.Throws<CheckpointException>(() => SafeTensors.Open(FilePath));
        }

        var headerBits = 8 * (8 + (int)BinaryPrimitives.ReadUInt64LittleEndian(whole));
        for (var bit = 0; bit < headerBits; bit++)
        {
            var damaged = whole.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(FilePath, damaged);
            try
            {
                SafeTensors.Open(FilePath).Dispose();
            }
            catch (CheckpointException)
            {
                // Refused, or read as a file with another name or text: both are right.
            }
        }
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(100_000_001ul)]
    public void A_header_larger_than_the_format_allows_takes_no_memory(ulong length)
    {
        var bytes = new byte[100];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
        File.WriteAllBytes(FilePath, bytes);
        Assert.Contains("more than the format allows", Assert.Throws<CheckpointException>(() => SafeTensors.Open(FilePath)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_and_a_missing_tensor_are_named()
    {
        Assert.StartsWith($"{FilePath} does not exist", Assert.Throws<CheckpointException>(() => SafeTensors.Open(FilePath)).Message, StringComparison.Ordinal);
        WriteSample();
        using var reader = SafeTensors.Open(FilePath);
        Assert.StartsWith($"{FilePath} has no tensor bias.", Assert.Throws<CheckpointException>(() => reader["bias"]).Message, StringComparison.Ordinal);
        Assert.Null(reader.TryGet("bias"));
    }

    [Fact]
    public void A_target_of_another_length_is_refused()
    {
        WriteSample();
        using var reader = SafeTensors.Open(FilePath);
        Assert.Throws<ArgumentException>(() => reader["weight"].CopyTo(new byte[7]));
    }

    [Fact]
    public void Wrong_tensors_are_refused_when_added()
    {
        var writer = new SafeTensorsWriter().Add("x", "U8", [1], new byte[1]);
        Assert.Contains("already", Assert.Throws<ArgumentException>(() => writer.Add("x", "U8", [1], new byte[1])).Message, StringComparison.Ordinal);
        Assert.Contains("no element type", Assert.Throws<ArgumentException>(() => writer.Add("y", "float", [1], new byte[4])).Message, StringComparison.Ordinal);
        Assert.Contains("3 bytes don't fill shape [1] of F32", Assert.Throws<ArgumentException>(() => writer.Add("y", "F32", [1], new byte[3])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => writer.Add("__metadata__", "U8", [1], new byte[1]));
        Assert.Throws<ArgumentException>(() => writer.Add("", "U8", [1], new byte[1]));
    }

    [Fact]
    public void A_write_that_fails_half_way_leaves_the_old_file_and_nothing_else()
    {
        WriteSample();
        var before = File.ReadAllBytes(FilePath);
        using var failing = new FailingMemory();
        var writer = new SafeTensorsWriter().Add("good", "U8", [1000], new byte[1000]).Add("bad", "U8", [10], failing.Memory);
        failing.Fail = true;
        var error = Assert.Throws<CheckpointException>(() => writer.Write(FilePath));
        Assert.StartsWith($"{FilePath} can't be written: disk full", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(FilePath));
        Assert.Equal([FilePath], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_missing_folder_is_named() =>
        Assert.StartsWith(_folder["no/a.safetensors"] + " can't be written", Assert.Throws<CheckpointException>(() => new SafeTensorsWriter().Write(_folder["no/a.safetensors"])).Message, StringComparison.Ordinal);

    [Fact]
    public void An_open_reader_keeps_the_content_it_opened()
    {
        WriteSample();
        using var reader = SafeTensors.Open(FilePath);
        new SafeTensorsWriter().Add("weight", "F32", [2], new byte[8]).Write(FilePath);
        var old = new float[2];
        reader["weight"].CopyTo(MemoryMarshal.AsBytes(old.AsSpan()));
        Assert.Equal([1.5f, -2f], old);
    }

    private void WriteSample() =>
        new SafeTensorsWriter().Add("weight", "F32", [2], MemoryMarshal.AsBytes<float>([1.5f, -2f]).ToArray()).AddMetadata("epoch", "3").Write(FilePath);

    private void WriteRaw(string json, byte[] data)
    {
        var prefix = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)json.Length);
        File.WriteAllBytes(FilePath, [.. prefix, .. Encoding.ASCII.GetBytes(json), .. data]);
    }

    /// <summary>Ten bytes that can't be read once asked to fail.</summary>
    private sealed class FailingMemory : MemoryManager<byte>
    {
        public bool Fail { get; set; }

        public override Span<byte> GetSpan() => Fail ? throw new IOException("disk full") : new byte[10];

        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
