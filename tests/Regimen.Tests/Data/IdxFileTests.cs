using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Regimen.Tests.Data;

public sealed unsafe class IdxFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string ImagesPath => _folder["images"];

    private string LabelsPath => _folder["labels"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_written_is_read_plain_and_gzipped()
    {
        var files =
            from count in Gen.Choose(1, 40)
            from height in Gen.Choose(1, 9)
            from width in Gen.Choose(1, 9)
            from seed in Gen.Choose(0, int.MaxValue)
            from gzipImages in Gen.Elements(true, false)
            from gzipLabels in Gen.Elements(true, false)
            select (count, height, width, seed, gzipImages, gzipLabels);

        Prop.ForAll(files.ToArbitrary(), file =>
        {
            var random = new Random(file.seed);
            var pixels = new byte[file.count * file.height * file.width];
            random.NextBytes(pixels);
            var labels = new byte[file.count];
            random.NextBytes(labels);
            Write(IdxBytes.Images(file.count, file.height, file.width, pixels), IdxBytes.Labels(labels), file.gzipImages, file.gzipLabels);

            using var read = IdxFile.Read(ImagesPath, LabelsPath, file.height, file.width, 256);
            return read.Count == file.count && read.Channels == 1 && read.Height == file.height && read.Width == file.width && read.Classes == 256
                && new ReadOnlySpan<byte>(read.Pixels, pixels.Length).SequenceEqual(pixels)
                && new ReadOnlySpan<byte>(read.Labels, labels.Length).SequenceEqual(labels)
                && (nuint)read.Pixels % 64 == 0 && (nuint)read.Labels % 64 == 0;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("images")]
    [InlineData("labels")]
    public void A_missing_file_is_named(string which)
    {
        WriteGood();
        File.Delete(_folder[which]);
        Fails($"{_folder[which]} does not exist. It should hold the {which}");
    }

    [Fact]
    public void A_folder_in_place_of_a_file_is_named()
    {
        WriteGood();
        File.Delete(LabelsPath);
        Directory.CreateDirectory(LabelsPath);
        Fails($"{LabelsPath} can't be read");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Swapped_files_are_recognised_by_their_magic_number(bool gzip)
    {
        Write(IdxBytes.Labels(0, 1), IdxBytes.Labels(0, 1), gzip, gzip);
        Fails($"{ImagesPath} is not an IDX file of images: it starts with 0x00000801, not with 0x00000803. Check that images and labels are not swapped");
    }

    [Fact]
    public void Wrong_magic_of_labels()
    {
        Write(IdxBytes.Images(2, 1, 2, [1, 2, 3, 4]), "<html>"u8.ToArray());
        Fails($"{LabelsPath} is not an IDX file of labels: it starts with 0x3c68746d, not with 0x00000801");
    }

    [Fact]
    public void Another_image_size()
    {
        Write(IdxBytes.Images(1, 2, 3, new byte[6]), IdxBytes.Labels(0));
        Fails($"{ImagesPath} holds images of 2×3 pixels, not of 1×2");
    }

    [Fact]
    public void Counts_that_differ()
    {
        Write(IdxBytes.Images(2, 1, 2, new byte[4]), IdxBytes.Labels(0, 0, 0));
        Fails($"{ImagesPath} holds 2 images, but {LabelsPath} holds 3 labels");
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(0x8000_0000u)]
    public void Impossible_counts(uint count)
    {
        Write(IdxBytes.Header(0x803, count, 1, 2), IdxBytes.Labels(0));
        Fails(string.Create(CultureInfo.InvariantCulture, $"{ImagesPath} declares {count} images; from 1 to 2147483647 are possible"));
    }

    [Fact]
    public void A_plain_file_that_is_too_short_for_its_header()
    {
        Write(IdxBytes.Images(2, 1, 2, new byte[3]), IdxBytes.Labels(0, 0));
        Fails($"{ImagesPath} is truncated: its header needs 4 more bytes of images, and 3 are there");
    }

    [Fact]
    public void A_header_that_is_too_short()
    {
        Write(IdxBytes.Header(0x803, 2), IdxBytes.Labels(0, 0));
        Fails($"{ImagesPath} is truncated: its header needs 4 more bytes of images, and 0 are there");
    }

    [Fact]
    public void An_empty_file()
    {
        Write([], IdxBytes.Labels(0, 0));
        Fails($"{ImagesPath} can't be read: It is empty, or no file at all but a pipe or a device.");
    }

    [Fact]
    public void Gzipped_content_that_is_too_short_for_its_header()
    {
        Write(IdxBytes.Images(2, 1, 2, new byte[3]), IdxBytes.Labels(0, 0), gzipImages: true);
        Fails($"{ImagesPath} is truncated: its header needs 4 more bytes of images, and 3 are there");
    }

    [Fact]
    public void A_count_that_no_compression_explains_takes_no_memory()
    {
        Write(IdxBytes.Header(0x803, int.MaxValue, 1, 2), IdxBytes.Header(0x801, int.MaxValue), gzipImages: true);
        Fails($"{ImagesPath} is truncated: its header needs 4294967294 more bytes of images, and fewer are there");
    }

    [Fact]
    public void A_gzipped_file_cut_anywhere_is_refused()
    {
        var pixels = new byte[2000];
        new Random(1).NextBytes(pixels);
        var whole = IdxBytes.Gzip(IdxBytes.Images(1000, 1, 2, pixels));

        // From the last byte of content on, only gzip's own end is missing: .NET's inflater says nothing then, and the images are whole.
        Prop.ForAll(Gen.Choose(2, whole.Length - 12).ToArbitrary(), length =>
        {
            Write(whole[..length], IdxBytes.Labels(new byte[1000]));
            return Assert.Throws<DataException>(Read).Message is var message && message.StartsWith(ImagesPath, StringComparison.Ordinal)
                && (message.Contains("is truncated", StringComparison.Ordinal) || message.Contains("is damaged", StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_gzipped_file_with_a_flipped_bit_is_refused_unless_the_bit_meant_nothing()
    {
        var pixels = new byte[2000];
        new Random(1).NextBytes(pixels);
        var whole = IdxBytes.Gzip(IdxBytes.Images(1000, 1, 2, pixels));

        // Time stamp, operating system and padding say nothing about the content; the checksum guards the rest.
        Prop.ForAll(Gen.Choose(0, (whole.Length * 8) - 1).ToArbitrary(), bit =>
        {
            var damaged = whole.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Write(damaged, IdxBytes.Labels(new byte[1000]));
            try
            {
                using var read = IdxFile.Read(ImagesPath, LabelsPath, height: 1, width: 2, classes: 10);
                return new ReadOnlySpan<byte>(read.Pixels, pixels.Length).SequenceEqual(pixels);
            }
            catch (DataException error)
            {
                return error.Message.StartsWith(ImagesPath, StringComparison.Ordinal);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Trailing_bytes_of_images(bool gzip)
    {
        Write(IdxBytes.Images(2, 1, 2, new byte[5]), IdxBytes.Labels(0, 0), gzip);
        Fails($"{ImagesPath} goes on after the 4 bytes that its header declares");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Trailing_bytes_of_labels(bool gzip)
    {
        Write(IdxBytes.Images(2, 1, 2, new byte[4]), [.. IdxBytes.Labels(0, 0), 0], gzipLabels: gzip);
        Fails($"{LabelsPath} goes on after the 2 bytes that its header declares");
    }

    [Fact]
    public void A_label_that_is_no_class()
    {
        Write(IdxBytes.Images(3, 1, 2, new byte[6]), IdxBytes.Labels(0, 10, 255));
        Fails($"{LabelsPath}: label 10 at index 1 is out of range: with 10 classes, labels run from 0 to 9");
    }

    [Fact]
    public void Messages_and_results_are_the_same_in_a_foreign_culture()
    {
        using var culture = new ForeignCulture();
        Another_image_size();
        Impossible_counts(0x8000_0000u);
        A_count_that_no_compression_explains_takes_no_memory();
    }

    private void Fails(string start) => Assert.StartsWith(start, Assert.Throws<DataException>(Read).Message, StringComparison.Ordinal);

    private void Read() => IdxFile.Read(ImagesPath, LabelsPath, height: 1, width: 2, classes: 10).Dispose();

    private void WriteGood() => Write(IdxBytes.Images(2, 1, 2, [1, 2, 3, 4]), IdxBytes.Labels(0, 1));

    private void Write(byte[] images, byte[] labels, bool gzipImages = false, bool gzipLabels = false)
    {
        File.WriteAllBytes(ImagesPath, gzipImages ? IdxBytes.Gzip(images) : images);
        File.WriteAllBytes(LabelsPath, gzipLabels ? IdxBytes.Gzip(labels) : labels);
    }
}
