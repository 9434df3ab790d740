using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Regimen;

/// <summary>The parsed JSON header of a safetensors file. Keys that the format does not know are skipped, as its reference reader does.</summary>
internal sealed class SafeTensorsHeader
{
    private readonly string _path;
    private readonly SafeTensorsReader _reader;
    private readonly ImmutableArray<SafeTensorsEntry>.Builder _entries = ImmutableArray.CreateBuilder<SafeTensorsEntry>();
    private readonly Dictionary<string, string> _metadata = new(StringComparer.Ordinal);

    public SafeTensorsHeader(string path, ReadOnlySpan<byte> json, SafeTensorsReader reader)
    {
        _path = path;
        _reader = reader;
        try
        {
            Parse(json);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            // Beside malformed JSON: a value of another kind than asked for, and a number that is not whole.
            throw Broken("its header is not the JSON that the format asks for (" + error.Message + ")", error);
        }
    }

    public ImmutableArray<SafeTensorsEntry> Entries => _entries.ToImmutable();

    public IReadOnlyDictionary<string, string> Metadata => _metadata;

    /// <summary>Where the checksum's text stands in the header, its quotes left out; null without one.</summary>
    public Range? Checksum { get; private set; }

    /// <summary>Checks that the tensors fill the rest of the file, each byte once.</summary>
    public void CheckOffsets(long available)
    {
        long end = 0;
        foreach (var entry in _entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.ByteCount))
        {
            if (entry.Begin != end)
            {
                throw Broken(string.Create(CultureInfo.InvariantCulture,
                    $"tensor {entry.Name} starts at byte {entry.Begin}, {(entry.Begin < end ? "inside the tensor before it, which ends" : "leaving a gap after the tensor before it, which ends")} at {end}"));
            }

            end = entry.Begin + entry.ByteCount;
        }

        if (available < end)
        {
            throw new CheckpointException(string.Create(CultureInfo.InvariantCulture,
                $"{_path} is truncated: its tensors take {end} bytes, and {available} are there. Use another checkpoint."));
        }

        if (available > end)
            throw Broken(string.Create(CultureInfo.InvariantCulture, $"{available - end} bytes follow after the last tensor"));
    }

    private void Parse(ReadOnlySpan<byte> text)
    {
        var json = new Utf8JsonReader(text);
        Expect(ref json, JsonTokenType.StartObject);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (NextProperty(ref json) is string name)
        {
            if (!names.Add(name))
                throw Broken($"the name {name} occurs twice");

            if (name == SafeTensors.MetadataName)
                ParseMetadata(ref json);
            else
                _entries.Add(ParseTensor(ref json, name));
        }

        // Anything but white space after the object is malformed JSON, which this read reports.
        json.Read();
    }

    private void ParseMetadata(ref Utf8JsonReader json)
    {
        Expect(ref json, JsonTokenType.StartObject);
        while (NextProperty(ref json) is string key)
        {
            Expect(ref json, JsonTokenType.String);
            if (!_metadata.TryAdd(key, json.GetString()!))
                throw Broken($"the text {key} occurs twice");

            if (key == SafeTensors.ChecksumKey)
                Checksum = new Range((int)json.TokenStartIndex + 1, (int)json.BytesConsumed - 1);
        }
    }

    private SafeTensorsEntry ParseTensor(ref Utf8JsonReader json, string name)
    {
        string? type = null;
        long[]? shape = null, offsets = null;
        Expect(ref json, JsonTokenType.StartObject);
        while (NextProperty(ref json) is string property)
        {
            switch (property)
            {
                case "dtype":
                    Expect(ref json, JsonTokenType.String);
                    type = json.GetString()!;
                    break;
                case "shape":
                    shape = ParseNumbers(ref json);
                    break;
                case "data_offsets":
                    offsets = ParseNumbers(ref json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        if (type is null || shape is null || offsets is null)
            throw Broken($"tensor {name} lacks its dtype, shape or data_offsets");

        if (SafeTensors.ElementSize(type) == 0)
            throw new CheckpointException($"{_path} holds tensor {name} of type {type}, which this version can't read. Convert it to F32, F64, I64 or U8.");

        if (offsets is not [var begin, var end] || begin < 0 || end < begin)
            throw Broken($"tensor {name} has data_offsets [{Text(offsets)}], which is no range of bytes");

        if (SafeTensors.ByteCount(type, shape) is not long expected || expected != end - begin)
            throw Broken(string.Create(CultureInfo.InvariantCulture, $"tensor {name} of {type} [{Text(shape)}] can't have {end - begin} bytes"));

        return new SafeTensorsEntry(_reader, name, type, [.. shape], begin, expected);
    }

    private static long[] ParseNumbers(ref Utf8JsonReader json)
    {
        var numbers = new List<long>();
        Expect(ref json, JsonTokenType.StartArray);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            numbers.Add(json.GetInt64());

        return [.. numbers];
    }

    private static string? NextProperty(ref Utf8JsonReader json) =>
        json.Read() && json.TokenType == JsonTokenType.PropertyName ? json.GetString() : null;

    private static void Expect(ref Utf8JsonReader json, JsonTokenType type)
    {
        if (!json.Read() || json.TokenType != type)
            throw new FormatException($"{type} expected at byte {json.TokenStartIndex.ToString(CultureInfo.InvariantCulture)}, {json.TokenType} found");
    }

    private static string Text(long[] numbers) => string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private CheckpointException Broken(string what, Exception? error = null) =>
        new($"{_path} is no valid safetensors file: {what}. Use another checkpoint.", error);
}
