using System.Globalization;

namespace Regimen;

/// <summary>
/// Reads images and labels in the IDX format of the MNIST family (LeCun et al. 1998), plain or gzipped: a big-endian header of a magic number
/// and the dimensions, then the bytes. Compression is recognised by content, not by the file's name.
/// </summary>
public static unsafe class IdxFile
{
    /// <summary>Two zero bytes, element type 8 (unsigned byte), 3 dimensions: count, rows, columns.</summary>
    private const uint ImagesMagic = 0x00000803;

    /// <summary>The same with 1 dimension: count.</summary>
    private const uint LabelsMagic = 0x00000801;

    /// <summary>Reads a pair of files straight into native memory.</summary>
    /// <remarks>A gzipped file that lacks nothing but its closing checksum is accepted: its images are whole.</remarks>
    /// <param name="imagesPath">An <c>idx3-ubyte</c> file, gzipped or not: [N, height, width].</param>
    /// <param name="labelsPath">An <c>idx1-ubyte</c> file, gzipped or not: [N].</param>
    /// <param name="height">Rows that the images must have.</param>
    /// <param name="width">Columns that the images must have.</param>
    /// <param name="classes">Number of classes, 1 to 256; every label must be smaller.</param>
    /// <returns>Images with one channel. The caller disposes them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A dimension or the number of classes is out of its range.</exception>
    /// <exception cref="DataException">
    /// A file is missing, unreadable, of another kind, truncated or too long; the images have another size; the counts differ; a label is out of range.
    /// </exception>
    public static LabeledImages Read(string imagesPath, string labelsPath, int height, int width, int classes)
    {
        LabeledImages.CheckShape(height, width, classes);
        using var images = new IdxReader(imagesPath, "images");
        using var labels = new IdxReader(labelsPath, "labels");

        // Both headers first: what doesn't fit together is found before anything is inflated.
        images.ExpectMagic(ImagesMagic);
        var count = images.ReadCount();
        ExpectSize(images, height, width);
        labels.ExpectMagic(LabelsMagic);
        var labelCount = labels.ReadCount();
        if (count != labelCount)
        {
            throw new DataException(string.Create(CultureInfo.InvariantCulture,
                $"{imagesPath} holds {count} images, but {labelsPath} holds {labelCount} labels. Use the two files of the same split."));
        }

        images.ExpectRemaining((long)count * height * width);
        labels.ExpectRemaining(count);

        var result = new LabeledImages(count, channels: 1, height, width, classes);
        try
        {
            images.ReadToEnd(result.Pixels, (long)count * height * width);
            labels.ReadToEnd(result.Labels, count);
            if (result.FirstLabelOutOfRange() is int index)
            {
                throw new DataException(string.Create(CultureInfo.InvariantCulture,
                    $"{labelsPath}: label {result.Labels[index]} at index {index} is out of range: with {classes} classes, labels run from 0 to {classes - 1}. Correct the number of classes, or the file."));
            }

            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    private static void ExpectSize(IdxReader images, int height, int width)
    {
        var rows = images.ReadUInt32();
        var columns = images.ReadUInt32();
        if (rows != (uint)height || columns != (uint)width)
        {
            throw new DataException(string.Create(CultureInfo.InvariantCulture,
                $"{images.Path} holds images of {rows}×{columns} pixels, not of {height}×{width}. Use the file of this data set, or correct the declared height and width."));
        }
    }
}
