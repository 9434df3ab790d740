using Regimen;
using static Regimen.Layers;

namespace MyExperiment;

/// <summary>What is trained, on what, and how. Shapes are checked while you type; the training program is generated while you build.</summary>
[Experiment(Seed = 1)]
[Data<FashionMnist>(BatchSize = 128)]
[Epochs(3)]
[Sgd(LearningRate = 0.1, Momentum = 0.9, Nesterov = true), WeightDecay(5e-4)]
[Warmup(Steps = 100), CosineDecay]
[LabelSmoothing(0.1)]
public partial class Classifier
{
    private static Layer Network() => Sequential(
        Block(16), Block(32),
        Flatten(), Linear(128, bias: false), BatchNorm(), ReLU(), Linear(10));

    private static Layer Block(int channels) => Sequential(
        Conv2d(channels, kernel: 3, padding: 1, bias: false), BatchNorm(), ReLU(), MaxPool2d(2));
}
