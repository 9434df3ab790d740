using static Regimen.Layers;

namespace Regimen.Damage;

/// <summary>Images whose class shows as a bright row.</summary>
[ImageData(Channels = 1, Height = 8, Width = 8, Classes = 4, TrainImages = 100)]
public sealed class Rows : IDataSource
{
    /// <summary>The same images every time.</summary>
    public static ImageDataSet Open() => new("rows", () => Make(100, 1), () => Make(20, 2));

    private static LabeledImages Make(int count, int seed)
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

/// <summary>What is trained, killed and damaged: every kind of state in a small file.</summary>
[Experiment(Seed = 5), Data<Rows>(BatchSize = 16), Epochs(3), Sgd(LearningRate = 0.02, Nesterov = true), WeightDecay]
[Warmup(Epochs = 1, Mode = WarmupMode.Constant, UntilTrainError = 0.6), CosineDecay, LabelSmoothing, Mixup]
public partial class Victim
{
    private static Layer Network() => Sequential(Flatten(), Linear(12, bias: false), BatchNorm(), ReLU(), Dropout(0.1), Linear(4));
}
