using static Regimen.Layers;

namespace Regimen.TorchSharp.Tests;

/// <summary>Noisy 8×8 images whose class shows as a bright row: learnable within a few steps.</summary>
[ImageData(Channels = 1, Height = 8, Width = 8, Classes = 4)]
public sealed class TinyImages : IDataSource
{
    public static ImageDataSet Open() => new("tiny images", () => Make(70, 1), () => Make(33, 2));

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

/// <summary>Weights, biases, scales, shifts and running statistics, of convolutions and products.</summary>
[Experiment(Seed = 3), Data<TinyImages>(BatchSize = 16), Epochs(2), Sgd(LearningRate = 0.05, Momentum = 0.9), WeightDecay]
public partial class TinyNet
{
    private static Layer Network() => Sequential(
        Sequential(Conv2d(6, kernel: 3, padding: 1, bias: false), BatchNorm(), ReLU(), MaxPool2d(2)),
        Flatten(), Linear(12), ReLU(), Linear(4));
}

/// <summary>The same over tensors that a test sets.</summary>
[ImageData(Channels = 1, Height = 8, Width = 8, Classes = 4)]
public sealed class HeldTensors : IDataSource
{
    public static Func<LabeledImages> Train { get; set; } = () => throw new InvalidOperationException("No tensors are set.");

    public static ImageDataSet Open() => new("held tensors", Train, Train);
}

/// <summary>Trains on <see cref="HeldTensors"/>.</summary>
[Experiment(Seed = 3), Data<HeldTensors>(BatchSize = 16), Epochs(2), Sgd(LearningRate = 0.05, Momentum = 0.9), WeightDecay]
public partial class TensorNet
{
    private static Layer Network() => Sequential(
        Sequential(Conv2d(6, kernel: 3, padding: 1, bias: false), BatchNorm(), ReLU(), MaxPool2d(2)),
        Flatten(), Linear(12), ReLU(), Linear(4));
}
