using System.Globalization;
using System.Runtime.InteropServices;

namespace Regimen;

/// <summary>
/// One split of an image data set: pixels [Count, Channels, Height, Width] and labels [Count] as bytes, in native memory that the garbage
/// collector neither moves nor scans. The content does not change once it is built, so any number of threads may read it.
/// </summary>
public sealed unsafe class LabeledImages : IDisposable
{
    /// <summary>Bytes; the width of the widest vector register, so that a row of vectors never straddles a cache line.</summary>
    private const nuint Alignment = 64;

    private byte* _pixels;
    private byte* _labels;
    private readonly long _pressure;

    /// <summary>Allocates without filling: the caller writes both arrays, then calls <see cref="FirstLabelOutOfRange"/>.</summary>
    internal LabeledImages(int count, int channels, int height, int width, int classes)
    {
        Count = count;
        Channels = channels;
        Height = height;
        Width = width;
        Classes = classes;
        PixelsPerImage = checked(channels * height * width);

        var bytes = (nuint)count * (nuint)PixelsPerImage;
        _pressure = (long)bytes + count;
        try
        {
            _pixels = (byte*)NativeMemory.AlignedAlloc(bytes, Alignment);
            _labels = (byte*)NativeMemory.AlignedAlloc((nuint)count, Alignment);
        }
        catch (OutOfMemoryException error)
        {
            Free();
            GC.SuppressFinalize(this);
            throw new DataException(string.Create(CultureInfo.InvariantCulture,
                $"There is not enough memory for {count} images of {PixelsPerImage} bytes ({_pressure / (1 << 20)} MiB). Free some, or use fewer images."), error);
        }

        GC.AddMemoryPressure(_pressure);
    }

    /// <summary>Frees the memory of a split that nobody disposed.</summary>
    ~LabeledImages() => Release();

    /// <summary>Number of images, at least 1.</summary>
    public int Count { get; }

    /// <summary>Channels per image.</summary>
    public int Channels { get; }

    /// <summary>Rows per image, in pixels.</summary>
    public int Height { get; }

    /// <summary>Columns per image, in pixels.</summary>
    public int Width { get; }

    /// <summary>Number of classes, at most 256; every label is smaller.</summary>
    public int Classes { get; }

    /// <summary>Bytes per image: <see cref="Channels"/>·<see cref="Height"/>·<see cref="Width"/>.</summary>
    public int PixelsPerImage { get; }

    /// <summary>
    /// [Count, Channels, Height, Width], 0 to 255, at a multiple of 64 bytes. Read only. Valid while this object is alive and not disposed:
    /// keep the object reachable (a field, or <see cref="GC.KeepAlive"/>) as long as the pointer is in use.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The split was disposed.</exception>
    public byte* Pixels
    {
        get
        {
            ObjectDisposedException.ThrowIf(_pixels is null, this);
            return _pixels;
        }
    }

    /// <summary>[Count], each smaller than <see cref="Classes"/>, at a multiple of 64 bytes. Valid as long as <see cref="Pixels"/> is.</summary>
    /// <exception cref="ObjectDisposedException">The split was disposed.</exception>
    public byte* Labels
    {
        get
        {
            ObjectDisposedException.ThrowIf(_labels is null, this);
            return _labels;
        }
    }

    /// <summary>The pixels of an image, [Channels, Height, Width], 0 to 255. Valid as long as <see cref="Pixels"/> is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    /// <exception cref="ObjectDisposedException">The split was disposed.</exception>
    public ReadOnlySpan<byte> Image(int index) => Images(index, 1);

    /// <summary>The pixels of consecutive images, [count, Channels, Height, Width], as <see cref="Experiment.Predict"/> takes them.</summary>
    /// <inheritdoc cref="Image"/>
    public ReadOnlySpan<byte> Images(int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count - first);
        return new ReadOnlySpan<byte>(Pixels + ((long)first * PixelsPerImage), checked(count * PixelsPerImage));
    }

    /// <summary>The class of an image.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    /// <exception cref="ObjectDisposedException">The split was disposed.</exception>
    public int Label(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return Labels[index];
    }

    /// <summary>Copies images that are already in memory.</summary>
    /// <param name="pixels">[N, channels, height, width], 0 to 255.</param>
    /// <param name="labels">[N], each smaller than <paramref name="classes"/>; its length is the number of images, at least 1.</param>
    /// <param name="channels">Channels per image, at least 1.</param>
    /// <param name="height">Rows per image, at least 1.</param>
    /// <param name="width">Columns per image, at least 1.</param>
    /// <param name="classes">Number of classes, 1 to 256.</param>
    /// <exception cref="ArgumentOutOfRangeException">A dimension or the number of classes is out of its range.</exception>
    /// <exception cref="DataException">There are no images, the two lengths don't fit together, or a label is out of range.</exception>
    public static LabeledImages Create(ReadOnlySpan<byte> pixels, ReadOnlySpan<byte> labels, int channels, int height, int width, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        CheckShape(height, width, classes);
        if (labels.IsEmpty)
            throw new DataException("There are no images: the array of labels is empty. A split needs at least one.");

        var expected = (Int128)labels.Length * channels * height * width;
        if (pixels.Length != expected)
        {
            throw new DataException(string.Create(CultureInfo.InvariantCulture,
                $"{labels.Length} labels and {pixels.Length} bytes of pixels don't fit together: {labels.Length} images of {channels}×{height}×{width} are {expected} bytes. Check the shape and that both arrays hold the same images."));
        }

        var images = new LabeledImages(labels.Length, channels, height, width, classes);
        pixels.CopyTo(new Span<byte>(images._pixels, pixels.Length));
        labels.CopyTo(new Span<byte>(images._labels, labels.Length));

        if (images.FirstLabelOutOfRange() is int index)
        {
            images.Dispose();
            throw new DataException(string.Create(CultureInfo.InvariantCulture,
                $"Label {labels[index]} at index {index} is out of range: with {classes} classes, labels run from 0 to {classes - 1}. Correct the label or the number of classes."));
        }

        return images;
    }

    /// <summary>Frees the memory. Pointers taken before are invalid afterwards.</summary>
    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    /// <summary>Throws where a split can't have this shape.</summary>
    internal static void CheckShape(int height, int width, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classes, 256);
    }

    /// <summary>Index of the first label that is no class, or null.</summary>
    internal int? FirstLabelOutOfRange()
    {
        var index = new ReadOnlySpan<byte>(_labels, Count).IndexOfAnyExceptInRange((byte)0, (byte)(Classes - 1));
        return index < 0 ? null : index;
    }

    private void Release()
    {
        if (_pixels is null)
            return;

        Free();
        GC.RemoveMemoryPressure(_pressure);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(_pixels);
        NativeMemory.AlignedFree(_labels);
        _pixels = null;
        _labels = null;
    }
}
