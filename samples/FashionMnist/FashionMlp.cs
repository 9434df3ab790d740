using Regimen;
using static Regimen.Layers;

namespace FashionMnistSample;

/// <summary>Three fully connected layers with batch normalisation, 784-256-128-10.</summary>
[Experiment(Seed = 1)]
[Data<FashionMnist>(BatchSize = 128)]
[Epochs(5)]
[Sgd(LearningRate = 0.1, Momentum = 0.9, Nesterov = true), WeightDecay(5e-4)]
[Warmup(Epochs = 1), CosineDecay]
[LabelSmoothing(0.1), Mixup(0.2)]
public partial class FashionMlp
{
    private static Layer Network() => Sequential(Flatten(), Hidden(256), Hidden(128), Linear(10));

    private static Layer Hidden(int features) => Sequential(Linear(features, bias: false), BatchNorm(), ReLU());
}
