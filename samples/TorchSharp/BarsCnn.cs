using Regimen;
using static Regimen.Layers;

namespace TorchSharpSample;

/// <summary>A small convolutional network over images that come as tensors.</summary>
[Experiment(Seed = 1)]
[Data<Bars>(BatchSize = 64)]
[Epochs(4)]
[Sgd(LearningRate = 0.05, Momentum = 0.9)]
[CosineDecay]
public partial class BarsCnn
{
    private static Layer Network() => Sequential(
        Conv2d(16, kernel: 3, padding: 1, bias: false), BatchNorm(), ReLU(), MaxPool2d(2),
        Conv2d(16, kernel: 3, padding: 1, bias: false), BatchNorm(), ReLU(), GlobalAveragePool2d(), Linear(4));
}
