using System.Buffers.Binary;
using System.IO.Compression;

namespace Regimen.Damage;

/// <summary>Damaged IDX files, plain and gzipped. What is accepted must be what an independent reading of the bytes gives.</summary>
internal static class DataCampaign
{
    private const int Images = 40, Size = 5, Classes = 4;

    public static bool Run(int count, int seed, string folder)
    {
        var random = new Random(seed);
        var tally = new Tally("data files");
        var pixels = new byte[Images * Size * Size];
        random.NextBytes(pixels);
        byte[] labels = [.. Enumerable.Range(0, Images).Select(_ => (byte)random.Next(Classes))];
        byte[] imageFile = [.. Header(0x803, Images, Size, Size), .. pixels];
        byte[] labelFile = [.. Header(0x801, Images), .. labels];
        var (imagePath, labelPath) = (Path.Combine(folder, "images"), Path.Combine(folder, "labels"));
        for (var turn = 0; turn < count; turn++)
        {
            bool ofImages = random.Next(2) == 0, zipped = random.Next(2) == 0;
            var whole = ofImages ? imageFile : labelFile;
            var damaged = Mutation.Apply(zipped ? Gzip(whole) : whole, random);
            File.WriteAllBytes(imagePath, ofImages ? damaged : imageFile);
            File.WriteAllBytes(labelPath, ofImages ? labelFile : damaged);
            var expected = zipped ? whole : damaged;
            try
            {
                using var read = IdxFile.Read(imagePath, labelPath, Size, Size, Classes);
                byte[] content = ofImages
                    ? [.. Header(0x803, read.Count, read.Height, read.Width), .. read.Images(0, read.Count)]
                    : [.. Header(0x801, read.Count), .. Enumerable.Range(0, read.Count).Select(index => (byte)read.Label(index))];
                if (!content.AsSpan().SequenceEqual(expected))
                    tally.Fault($"turn {turn}: {(zipped ? "gzipped " : "")}{(ofImages ? "images" : "labels")} were read as something else");
                else
                    tally.Count(content.AsSpan().SequenceEqual(whole) ? "whole and accepted" : "other content of the same form, accepted");
            }
            catch (DataException refusal)
            {
                if (damaged.AsSpan().SequenceEqual(zipped ? Gzip(whole) : whole) || (!zipped && IsForm(damaged, ofImages)))
                    tally.Fault($"turn {turn}: whole content was refused: {refusal.Message}");
                else if (!refusal.Message.Contains(folder, StringComparison.Ordinal))
                    tally.Fault($"turn {turn}: the refusal does not name the file: {refusal.Message}");
                else
                    tally.Count("refused");
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                tally.Fault($"turn {turn}: {error.GetType().Name}: {error.Message}");
            }
        }

        return tally.Report();
    }

    /// <summary>Whether plain bytes have the form that is asked for: the header, as many bytes as it says, labels that are classes. IDX knows no checksum.</summary>
    private static bool IsForm(byte[] file, bool ofImages)
    {
        var header = ofImages ? Header(0x803, Images, Size, Size) : Header(0x801, Images);
        var length = ofImages ? Images * Size * Size : Images;
        return file.Length == header.Length + length && file.AsSpan().StartsWith(header) && (ofImages || file.AsSpan(header.Length).IndexOfAnyExceptInRange((byte)0, (byte)(Classes - 1)) < 0);
    }

    private static byte[] Header(params int[] numbers)
    {
        var bytes = new byte[numbers.Length * sizeof(int)];
        for (var index = 0; index < numbers.Length; index++)
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(index * sizeof(int)), numbers[index]);
        return bytes;
    }

    private static byte[] Gzip(byte[] content)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.Fastest))
            zip.Write(content);
        return target.ToArray();
    }
}
