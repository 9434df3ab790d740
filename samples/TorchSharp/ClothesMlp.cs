using Regimen;
using static Regimen.Layers;

namespace TorchSharpSample;

/// <summary>Three fully connected layers, 784-256-128-10, trained by generated code.</summary>
[Experiment(Seed = 1)]
[Data<FashionMnist>(BatchSize = 128)]
[Epochs(1)]
[Sgd(LearningRate = 0.1, Momentum = 0.9, Nesterov = true), WeightDecay(5e-4)]
[CosineDecay]
public partial class ClothesMlp
{
    private static Layer Network() => Sequential(
        Flatten(),
        Sequential(Linear(256, bias: false), BatchNorm(), ReLU()),
        Sequential(Linear(128, bias: false), BatchNorm(), ReLU()),
        Linear(10));
}
