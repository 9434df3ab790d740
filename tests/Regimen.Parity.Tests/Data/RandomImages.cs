using Regimen.Randomness;

namespace Regimen.Parity.Data;

/// <summary>Images of random bytes, the same on every machine.</summary>
internal static class RandomImages
{
    private const ulong Key = 20_260_101;

    /// <summary>A data set of the given shape.</summary>
    public static ImageDataSet Open(int train, int test, int channels, int height, int width, int classes) => new(
        "random images",
        () => Split(train, 0, channels, height, width, classes),
        () => Split(test, 1, channels, height, width, classes));

    /// <summary>One split; <paramref name="part"/> tells two of the same shape apart.</summary>
    public static LabeledImages Split(int count, uint part, int channels, int height, int width, int classes)
    {
        var pixels = new byte[count * channels * height * width];
        for (var index = 0; index < pixels.Length; index++)
            pixels[index] = (byte)Philox.Block(Key, (uint)index, part, 0, 0).X0;
        var labels = new byte[count];
        for (var index = 0; index < count; index++)
            labels[index] = (byte)(Philox.Block(Key, (uint)index, part, 1, 0).X0 % classes);
        return LabeledImages.Create(pixels, labels, channels, height, width, classes);
    }
}
