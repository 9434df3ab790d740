using Regimen;
using static Regimen.Layers;

namespace FashionMnistSample;

/// <summary>A small residual network: nine convolutions and a fully connected layer.</summary>
[Experiment(Seed = 1)]
[Data<FashionMnist>(BatchSize = 128)]
[Epochs(3)]
[Sgd(LearningRate = 0.1, Momentum = 0.9, Nesterov = true), WeightDecay(5e-4)]
[Warmup(Epochs = 0.5), CosineDecay]
[LabelSmoothing(0.1), Mixup(0.2)]
public partial class FashionResNet
{
    private static Layer Network() => Sequential(
        Convolution(16), ReLU(),
        Convolution(32), ReLU(), MaxPool2d(2),
        Stage(32),
        Residual(Body(64, stride: 2), shortcut: Convolution(64, kernel: 1, stride: 2)), ReLU(),
        Stage(64),
        GlobalAveragePool2d(), Linear(10));

    private static Layer Stage(int channels) => Sequential(Residual(Body(channels)), ReLU());

    private static Layer Body(int channels, int stride = 1) =>
        Sequential(Convolution(channels, stride: stride), ReLU(), Convolution(channels));

    private static Layer Convolution(int channels, int kernel = 3, int stride = 1) => Sequential(
        Conv2d(channels, kernel, stride, padding: kernel / 2, bias: false), BatchNorm());
}
