using Regimen;
using static Regimen.Layers;

namespace Regimen.StepProbe;

/// <summary>Random images, enough for all steps of a measurement to lie in one epoch.</summary>
[ImageData(Channels = 1, Height = 28, Width = 28, Classes = 10)]
public sealed class Noise : IDataSource
{
    private const int Count = 1_250 * 128;

    /// <summary>The same images every time.</summary>
    public static ImageDataSet Open() => new("noise", () => Make(Count), () => Make(100));

    private static LabeledImages Make(int count)
    {
        var random = new Random(1);
        var pixels = new byte[count * 784];
        random.NextBytes(pixels);
        var labels = new byte[count];
        for (var index = 0; index < count; index++)
            labels[index] = (byte)random.Next(10);
        return LabeledImages.Create(pixels, labels, 1, 28, 28, 10);
    }
}

/// <summary>The sample's network.</summary>
[Experiment, Data<Noise>(BatchSize = 128), Epochs(1), Sgd(LearningRate = 0.01, Nesterov = true), WeightDecay, Warmup, CosineDecay, LabelSmoothing, Mixup]
public partial class Mlp
{
    private static Layer Network() => Sequential(Flatten(), Hidden(256), Hidden(128), Linear(10));

    private static Layer Hidden(int features) => Sequential(Linear(features, bias: false), BatchNorm(), ReLU());
}

/// <summary>The sample's network.</summary>
[Experiment, Data<Noise>(BatchSize = 128), Epochs(1), Sgd(LearningRate = 0.01, Nesterov = true), WeightDecay, Warmup, CosineDecay, LabelSmoothing, Mixup]
public partial class Cnn
{
    private static Layer Network() => Sequential(
        Block(32), Block(64), Flatten(), Linear(128, bias: false), BatchNorm(), ReLU(), Dropout(0.2), Linear(10));

    private static Layer Block(int channels) => Sequential(
        Conv2d(channels, kernel: 3, padding: 1, bias: false), BatchNorm(), ReLU(), MaxPool2d(2));
}

/// <summary>A residual network with everything that the sample has, but smaller.</summary>
[Experiment, Data<Noise>(BatchSize = 128), Epochs(1), Sgd(LearningRate = 0.01, Nesterov = true), WeightDecay, Warmup, CosineDecay, LabelSmoothing, Mixup]
public partial class ResNet
{
    private static Layer Network() => Sequential(
        Convolution(8), ReLU(), MaxPool2d(2),
        Residual(Sequential(Convolution(8), ReLU(), Convolution(8))), ReLU(),
        Residual(Sequential(Convolution(16, stride: 2), ReLU(), Convolution(16)), shortcut: Convolution(16, kernel: 1, stride: 2)), ReLU(),
        GlobalAveragePool2d(), Linear(10));

    private static Layer Convolution(int channels, int kernel = 3, int stride = 1) => Sequential(
        Conv2d(channels, kernel, stride, padding: kernel / 2, bias: false), BatchNorm());
}
