namespace Regimen;

/// <summary>
/// The safetensors format (Hugging Face; <c>github.com/huggingface/safetensors</c>), which Python reads with <c>safetensors.torch.load_file</c>:
/// 8 bytes of header size (little-endian), a JSON header padded with spaces to a multiple of 8, then all tensors' bytes without a gap.
/// Written by <see cref="SafeTensorsWriter"/>, read by <see cref="SafeTensorsReader"/>.
/// </summary>
public static class SafeTensors
{
    /// <summary>The text that holds a file's checksum, where it has one.</summary>
    public const string ChecksumKey = "checksum";

    /// <summary>The header's entry that holds texts instead of a tensor.</summary>
    internal const string MetadataName = "__metadata__";

    /// <summary>Bytes of the field before the header.</summary>
    internal const int PrefixLength = sizeof(ulong);

    /// <summary>The format's own limit for the header, in bytes.</summary>
    internal const long LargestHeader = 100_000_000;

    /// <summary>Opens a file for reading.</summary>
    /// <inheritdoc cref="SafeTensorsReader(string)"/>
    public static SafeTensorsReader Open(string path) => new(path);

    /// <summary>Bytes per element, or 0 for a type that this library does not know.</summary>
    /// <param name="type">The format's name, such as <c>F32</c>, <c>F64</c>, <c>I64</c>, <c>U8</c>, <c>BF16</c>.</param>
    public static int ElementSize(string type) => type switch
    {
        "BOOL" or "U8" or "I8" or "F8_E4M3" or "F8_E5M2" or "F8_E8M0" => 1,
        "U16" or "I16" or "F16" or "BF16" => 2,
        "U32" or "I32" or "F32" => 4,
        "U64" or "I64" or "F64" or "C64" => 8,
        _ => 0,
    };

    /// <summary>Bytes of a tensor, or null where a dimension is negative or the product does not fit 64 bits.</summary>
    internal static long? ByteCount(string type, ReadOnlySpan<long> shape)
    {
        Int128 bytes = ElementSize(type);
        foreach (var dimension in shape)
        {
            if (dimension < 0)
                return null;

            bytes *= dimension;
            if (bytes > long.MaxValue)
                return null;
        }

        return (long)bytes;
    }
}
