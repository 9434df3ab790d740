namespace Regimen.Training.Tests;

/// <summary>Small images whose class shows as a bright row: learnable within a few steps. 70 for training, 33 for testing, so that batches leave tails.</summary>
[ImageData(Channels = 1, Height = 8, Width = 8, Classes = 4)]
public sealed class TinyImages : IDataSource
{
    public const int TrainCount = 70;

    public const int TestCount = 33;

    public static ImageDataSet Open() => new("tiny images", () => Make(TrainCount, 1), () => Make(TestCount, 2));

    public static LabeledImages Make(int count, int seed)
    {
        var random = new Random(seed);
        var pixels = new byte[count * 64];
        var labels = new byte[count];
        for (var image = 0; image < count; image++)
        {
            labels[image] = (byte)random.Next(4);
            for (var pixel = 0; pixel < 64; pixel++)
                pixels[(image * 64) + pixel] = (byte)(random.Next(100) + (pixel / 16 == labels[image] ? 120 : 0));
        }

        return LabeledImages.Create(pixels, labels, 1, 8, 8, 4);
    }
}
