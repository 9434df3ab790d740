using System.Runtime.InteropServices;

namespace Regimen.Tests.Running;

/// <summary>The checksum covers every bit of a file.</summary>
public sealed class ChecksumTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => _folder["a.safetensors"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_bit_counts()
    {
        new SafeTensorsWriter().AddChecksum().Add("x", "F32", [3], MemoryMarshal.AsBytes<float>([1f, -2f, 3f]).ToArray()).AddMetadata("a", "1").AddMetadata("z", "\"quoted\"").Write(FilePath);
        var whole = File.ReadAllBytes(FilePath);
        Verify();
        for (var bit = 0; bit < 8 * whole.Length; bit++)
        {
            var damaged = whole.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(FilePath, damaged);
            Assert.Throws<CheckpointException>(Verify);
        }
    }

    /// <summary>XXH128 with seed 0 of the file with zeros in the digits' place, as Python's xxhash computes it.</summary>
    [Fact]
    public void It_is_what_the_algorithm_gives_over_the_file_with_zeros_in_its_place()
    {
        new SafeTensorsWriter().AddChecksum().Add("x", "U8", [2], new byte[] { 7, 8 }).Write(FilePath);
        var text = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(FilePath));
        const string Start = "\"checksum\":\"xxh128:";
        var at = text.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var zeroed = System.Text.Encoding.Latin1.GetBytes(string.Concat(text.AsSpan(0, at), new string('0', 32), text.AsSpan(at + 32)));
        Assert.Equal(Convert.ToHexStringLower(System.IO.Hashing.XxHash128.Hash(zeroed)), text.Substring(at, 32));
    }

    [Fact]
    public void A_file_without_one_says_so()
    {
        new SafeTensorsWriter().Write(FilePath);
        using var reader = SafeTensors.Open(FilePath);
        Assert.False(reader.HasChecksum);
        Assert.Contains("has no checksum", Assert.Throws<CheckpointException>(reader.VerifyChecksum).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_looks_like_one_is_left_alone()
    {
        var decoy = "xxh128:" + new string('0', 32);
        new SafeTensorsWriter().AddChecksum().AddMetadata("a", decoy).AddMetadata("b", "\"checksum\":\"" + decoy).Write(FilePath);
        using var reader = SafeTensors.Open(FilePath);
        reader.VerifyChecksum();
        Assert.Equal(decoy, reader.Metadata["a"]);
    }

    private void Verify()
    {
        using var reader = SafeTensors.Open(FilePath);
        reader.VerifyChecksum();
    }
}
