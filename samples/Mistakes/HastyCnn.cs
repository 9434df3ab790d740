using Regimen;
using static Regimen.Layers;

namespace Mistakes;

[Experiment(Seed = 1)]
[Data<FashionMnist>(BatchSize = 128), Epochs(5)]
[Sgd(LearningRate = 0.1, Momentum = 0.9), WeightDecay(5e-4, IncludeBias = true)]
[Warmup(Epochs = 1), CosineDecay]
public partial class HastyCnn
{
    private static Layer Network() => Sequential(
        Conv2d(32, kernel: 3, padding: 1), BatchNorm(), ReLU(), MaxPool2d(2),
        Conv2d(64, kernel: 3, padding: 1), ReLU(), BatchNorm(), MaxPool2d(2),
        Flatten(), Linear(128), ReLU(), Dropout(0.2), Linear(10));
}
