namespace Regimen.Training.Tests;

/// <summary>Images as <see cref="TinyImages"/>, as many as a test asks for; or none for training.</summary>
[ImageData(Channels = 1, Height = 8, Width = 8, Classes = 4)]
public sealed class SizedImages : IDataSource
{
    /// <summary>Images of the training split; null where it is missing.</summary>
    public static int? TrainCount { get; set; } = 65;

    /// <summary>Added to every pixel of the training split.</summary>
    public static byte Brightness { get; set; }

    public static ImageDataSet Open() => new("sized images", LoadTrain, () => TinyImages.Make(33, 2));

    private static LabeledImages LoadTrain()
    {
        using var images = TinyImages.Make(TrainCount ?? throw new DataException("There is no training split."), 1);
        byte[] pixels = [.. images.Images(0, images.Count).ToArray().Select(pixel => (byte)Math.Min(255, pixel + Brightness))];
        byte[] labels = [.. Enumerable.Range(0, images.Count).Select(index => (byte)images.Label(index))];
        return LabeledImages.Create(pixels, labels, 1, 8, 8, 4);
    }
}

/// <summary>The experiment of the fault that was found: 65 images in batches of 8.</summary>
[Experiment, Data<SizedImages>(BatchSize = 8), Epochs(4), Sgd(LearningRate = 0.02), CosineDecay]
public partial class SizedNet
{
    private static Layer Network() => Layers.Sequential(Layers.Flatten(), Layers.Linear(13), Layers.ReLU(), Layers.Linear(4));
}

/// <summary>Its twin with a batch of 16.</summary>
[Experiment, Data<SizedImages>(BatchSize = 16), Epochs(4), Sgd(LearningRate = 0.02), CosineDecay]
public partial class SizedNet16
{
    private static Layer Network() => Layers.Sequential(Layers.Flatten(), Layers.Linear(13), Layers.ReLU(), Layers.Linear(4));
}

/// <summary>Its twin with another recipe.</summary>
[Experiment, Data<SizedImages>(BatchSize = 8), Epochs(4), Sgd(LearningRate = 0.02, Nesterov = true), Mixup]
public partial class SizedNetMixed
{
    private static Layer Network() => Layers.Sequential(Layers.Flatten(), Layers.Linear(13), Layers.ReLU(), Layers.Linear(4));
}
