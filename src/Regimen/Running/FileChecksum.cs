using System.IO.Hashing;
using System.Text;

namespace Regimen;

/// <summary>
/// XXH128 over all bytes of a file, written into the file itself as <c>xxh128:</c> and 32 hexadecimal digits. The digits count as zeros, since
/// they can't be known before they are computed. It shows damage by accident, not by intent.
/// </summary>
internal sealed class FileChecksum
{
    private const string Algorithm = "xxh128:";
    private const int Digits = 32;

    private readonly XxHash128 _hash = new();

    /// <summary>What stands in the file while the checksum is computed.</summary>
    public static string Placeholder { get; } = Algorithm + new string('0', Digits);

    /// <summary>The checksum of what was appended.</summary>
    public string Text => Algorithm + Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>Appends bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes) => _hash.Append(bytes);

    /// <summary>Appends bytes in which a checksum stands.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="checksum">Its place among them.</param>
    public void Append(ReadOnlySpan<byte> bytes, Range checksum)
    {
        var (offset, length) = checksum.GetOffsetAndLength(bytes.Length);
        _hash.Append(bytes[..offset]);

        _hash.Append(Encoding.ASCII.GetBytes(Placeholder));
        _hash.Append(bytes[(offset + length)..]);
    }
}
