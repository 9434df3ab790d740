using Regimen.Torch;
using TorchSharp;

namespace Regimen.TorchSharp;

/// <summary>Images and labels between tensors of TorchSharp's and <see cref="LabeledImages"/>.</summary>
public static unsafe class TensorImages
{
    /// <summary>A split made of tensors. They are copied: they may change, or be disposed, afterwards.</summary>
    /// <param name="images">[N, C, H, W], or [N, H, W] for one channel, before any normalisation: bytes, or floating-point shares k/255 in [0, 1]. On any device.</param>
    /// <param name="labels">[N] of any integer type, each from 0 to <paramref name="classes"/> − 1.</param>
    /// <param name="classes">Number of classes, 1 to 256.</param>
    /// <returns>The split, which the caller disposes; as part of an <see cref="ImageDataSet"/> it is disposed with that.</returns>
    /// <exception cref="DataException">The tensors don't fit together, or hold something else; the message says what.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of classes is out of its range.</exception>
    /// <exception cref="ObjectDisposedException">A tensor was disposed.</exception>
    public static LabeledImages Create(torch.Tensor images, torch.Tensor labels, int classes)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classes, 256);
        TorchSharpBackend.Load();
        using var pixels = Pixels.ToBytes(images);
        var classesOfImages = Labels(labels, classes);
        var shape = pixels.shape;
        if (shape[0] != classesOfImages.Length)
            throw new DataException($"{shape[0]} images ({Pixels.Text(images)}) and {classesOfImages.Length} labels ({Pixels.Text(labels)}) don't fit together. Give the two tensors of the same split.");
        return LabeledImages.Create(Bytes(pixels), classesOfImages, checked((int)shape[1]), checked((int)shape[2]), checked((int)shape[3]), classes);
    }

    /// <summary>Copies a split into tensors.</summary>
    /// <param name="images">The split.</param>
    /// <returns>Bytes [N, C, H, W] and 64-bit labels [N], which the caller owns.</returns>
    /// <exception cref="ObjectDisposedException">The split was disposed.</exception>
    public static (torch.Tensor Images, torch.Tensor Labels) ToTensors(this LabeledImages images)
    {
        ArgumentNullException.ThrowIfNull(images);
        TorchSharpBackend.Load();
        long plane = (long)images.Height * images.Width, size = plane * images.Channels;
        var pixels = Copy(images.Pixels, [images.Count, images.Channels, images.Height, images.Width], [size, plane, images.Width, 1]);
        using var labels = Copy(images.Labels, [images.Count], [1]);

        // The finaliser of a split that nobody uses any more would free its memory under the copy.
        GC.KeepAlive(images);
        return (pixels, labels.to(torch.int64));
    }

    /// <summary>The elements of a contiguous tensor of bytes in main memory; valid as long as the tensor lives.</summary>
    internal static ReadOnlySpan<byte> Bytes(torch.Tensor tensor)
    {
        using var shared = tensor.ToRegimen();
        return new(shared.Tensor.Data, checked((int)shared.Tensor.ElementCount));
    }

    private static byte[] Labels(torch.Tensor labels, int classes)
    {
        ObjectDisposedException.ThrowIf(labels.IsInvalid, labels);
        if (labels.dim() != 1 || !labels.is_integral())
            throw new DataException($"Labels are a tensor [N] of integers, but this one is {Pixels.Text(labels)}.");
        using var scope = torch.NewDisposeScope();
        var wide = labels.to(torch.int64).cpu().contiguous();
        var values = wide.data<long>().ToArray();
        var wrong = Array.FindIndex(values, label => label < 0 || label >= classes);
        if (wrong >= 0)
            throw new DataException(FormattableString.Invariant($"Label {values[wrong]} at index {wrong} is out of range: with {classes} classes, labels run from 0 to {classes - 1}. Correct the label or the number of classes."));
        return Array.ConvertAll(values, label => (byte)label);
    }

    private static torch.Tensor Copy(byte* source, long[] sizes, long[] strides)
    {
        var outside = Tensor.FromBlob(source, sizes, strides, ScalarType.UInt8, Device.Cpu);
        using var borrowed = outside.MoveToTorchSharp();
        return borrowed.clone();
    }
}
