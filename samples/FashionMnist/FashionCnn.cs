using Regimen;
using static Regimen.Layers;

namespace FashionMnistSample;

/// <summary>Two convolutional blocks and a fully connected one: above 91 % within five epochs.</summary>
[Experiment(Seed = 1)]
[Data<FashionMnist>(BatchSize = 128)]
[Epochs(5)]
[Sgd(LearningRate = 0.1, Momentum = 0.9, Nesterov = true), WeightDecay(5e-4)]
[Warmup(Epochs = 1), CosineDecay]
[LabelSmoothing(0.1), Mixup(0.2)]
public partial class FashionCnn
{
    private static Layer Network() => Sequential(
        Block(32), Block(64),
        Flatten(), Linear(128, bias: false), BatchNorm(), ReLU(), Dropout(0.2), Linear(10));

    private static Layer Block(int channels) => Sequential(
        Conv2d(channels, kernel: 3, padding: 1, bias: false), BatchNorm(), ReLU(), MaxPool2d(2));
}
