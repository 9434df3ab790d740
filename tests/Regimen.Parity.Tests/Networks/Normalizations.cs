using Regimen.Parity.Data;
using static Regimen.Layers;

namespace Regimen.Parity.Networks;

// Batch and layer normalisation over channels and over features.

/// <summary>Alone between two convolutions.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class BatchNormOnImages
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1, bias: false), BatchNorm(), Conv2d(5, 3), Flatten(), Linear(5));
}

/// <summary>Alone between two products.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class BatchNormOnFeatures
{
    private static Layer Network() => Sequential(
        Flatten(), Linear(19, bias: false), BatchNorm(), Linear(5));
}

/// <summary>Other constants than the defaults.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class BatchNormConstants
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, bias: false), BatchNorm(momentum: 0.37, epsilon: 0.01), Tanh(), Flatten(), Linear(19, bias: false), BatchNorm(momentum: 1, epsilon: 0.3), Linear(5));
}

/// <summary>Over a batch that is split over threads, with channels left over beside whole registers.</summary>
[Experiment, Data<ManyOddImages>(BatchSize = 61), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class BatchNormWide
{
    private static Layer Network() => Sequential(
        Conv2d(33, 3, padding: 1, bias: false), BatchNorm(), ReLU(), Conv2d(67, 3, bias: false), BatchNorm(), SiLU(), Flatten(), Linear(133, bias: false), BatchNorm(), Tanh(), Linear(5));
}

/// <summary>Scale and shift without a gradient of the images.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class BatchNormOfTheInput
{
    private static Layer Network() => Sequential(
        BatchNorm(), ReLU(), Conv2d(5, 3), Tanh(), Flatten(), Linear(5));
}

/// <summary>Makes the logits.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class BatchNormLast
{
    private static Layer Network() => Sequential(
        Flatten(), Linear(5, bias: false), BatchNorm());
}

/// <summary>Normalised, bent and normalised again.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class BatchNormTwice
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, bias: false), BatchNorm(), GELU(), BatchNorm(), Tanh(), Flatten(), Linear(5));
}

/// <summary>Over all of a sample's values.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class LayerNormOnImages
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), LayerNorm(), ReLU(), Conv2d(5, 3), Flatten(), Linear(5));
}

/// <summary>Over all features.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class LayerNormOnFeatures
{
    private static Layer Network() => Sequential(
        Flatten(), Linear(19), LayerNorm(epsilon: 0.01), GELU(), Linear(5));
}

/// <summary>Needs no gradient of the images.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class LayerNormOfTheInput
{
    private static Layer Network() => Sequential(
        LayerNorm(), Conv2d(5, 3), Tanh(), Flatten(), Linear(5));
}

/// <summary>Over a larger batch.</summary>
[Experiment, Data<ManyOddImages>(BatchSize = 61), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class LayerNormWide
{
    private static Layer Network() => Sequential(
        Conv2d(33, 3, padding: 1), LayerNorm(), SiLU(), Flatten(), Linear(67), LayerNorm(), Linear(5));
}
