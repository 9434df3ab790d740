using System.Buffers.Binary;
using System.IO.Compression;

namespace Regimen.Tests.Data;

/// <summary>Writes IDX files, right and wrong ones.</summary>
internal static class IdxBytes
{
    public static byte[] Images(int count, int height, int width, byte[] pixels) => [.. Header(0x803, (uint)count, (uint)height, (uint)width), .. pixels];

    public static byte[] Labels(params byte[] labels) => [.. Header(0x801, (uint)labels.Length), .. labels];

    public static byte[] Header(params uint[] numbers)
    {
        var bytes = new byte[numbers.Length * 4];
        for (var i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(i * 4), numbers[i]);

        return bytes;
    }

    public static byte[] Gzip(byte[] content)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal))
            gzip.Write(content);

        return target.ToArray();
    }
}
