using Regimen;
using static Regimen.Layers;

namespace Regimen.Benchmarks;

#pragma warning disable CS1591 // The benchmark's own experiments need no documentation: they are the samples at other batch sizes.

internal static class Networks
{
    public static Layer Mlp() => Sequential(Flatten(), Hidden(256), Hidden(128), Linear(10));

    public static Layer Cnn() => Sequential(
        Block(32), Block(64), Flatten(), Linear(128, bias: false), BatchNorm(), ReLU(), Dropout(0.2), Linear(10));

    public static Layer ResNet() => Sequential(
        Convolution(16), ReLU(), Convolution(32), ReLU(), MaxPool2d(2),
        Stage(32),
        Residual(Body(64, stride: 2), shortcut: Convolution(64, kernel: 1, stride: 2)), ReLU(),
        Stage(64),
        GlobalAveragePool2d(), Linear(10));

    private static Layer Hidden(int features) => Sequential(Linear(features, bias: false), BatchNorm(), ReLU());

    private static Layer Block(int channels) => Sequential(
        Conv2d(channels, kernel: 3, padding: 1, bias: false), BatchNorm(), ReLU(), MaxPool2d(2));

    private static Layer Stage(int channels) => Sequential(Residual(Body(channels)), ReLU());

    private static Layer Body(int channels, int stride = 1) =>
        Sequential(Convolution(channels, stride: stride), ReLU(), Convolution(channels));

    private static Layer Convolution(int channels, int kernel = 3, int stride = 1) => Sequential(
        Conv2d(channels, kernel, stride, padding: kernel / 2, bias: false), BatchNorm());
}

[Experiment, Data<FashionMnist>(BatchSize = 64), Epochs(20), Sgd(Nesterov = true), WeightDecay, Warmup(Epochs = 2), CosineDecay, LabelSmoothing, Mixup]
internal partial class Mlp64
{
    private static Layer Network() => Networks.Mlp();
}

[Experiment, Data<FashionMnist>(BatchSize = 128), Epochs(20), Sgd(Nesterov = true), WeightDecay, Warmup(Epochs = 2), CosineDecay, LabelSmoothing, Mixup]
internal partial class Mlp128
{
    private static Layer Network() => Networks.Mlp();
}

[Experiment, Data<FashionMnist>(BatchSize = 512), Epochs(20), Sgd(Nesterov = true), WeightDecay, Warmup(Epochs = 2), CosineDecay, LabelSmoothing, Mixup]
internal partial class Mlp512
{
    private static Layer Network() => Networks.Mlp();
}

[Experiment, Data<FashionMnist>(BatchSize = 128), Epochs(20), Sgd(Nesterov = true), WeightDecay, Warmup(Epochs = 2), CosineDecay, LabelSmoothing, Mixup]
internal partial class Cnn128
{
    private static Layer Network() => Networks.Cnn();
}

[Experiment, Data<FashionMnist>(BatchSize = 128), Epochs(20), Sgd(Nesterov = true), WeightDecay, Warmup(Epochs = 2), CosineDecay, LabelSmoothing, Mixup]
internal partial class ResNet128
{
    private static Layer Network() => Networks.ResNet();
}
