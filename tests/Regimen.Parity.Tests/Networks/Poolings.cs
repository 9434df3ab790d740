using Regimen.Parity.Data;
using static Regimen.Layers;

namespace Regimen.Parity.Networks;

// Windows that tile the image, which are fused with what lies before them, and all others.

/// <summary>Tiles of two.</summary>
[Experiment, Data<TileableImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class MaxPoolTiles2
{
    private static Layer Network() => Sequential(
        Conv2d(5, 3, padding: 1), MaxPool2d(2), Conv2d(13, 3, padding: 1), Tanh(), Flatten(), Linear(4));
}

/// <summary>Tiles of three.</summary>
[Experiment, Data<TileableImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class MaxPoolTiles3
{
    private static Layer Network() => Sequential(
        Conv2d(19, 3, padding: 1), Tanh(), MaxPool2d(3), Conv2d(13, 3, padding: 1), Tanh(), Flatten(), Linear(4));
}

/// <summary>The whole chain, with tiles of two.</summary>
[Experiment, Data<TileableImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class MaxPoolAfterBatchNormReLU
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1, bias: false), BatchNorm(), ReLU(), MaxPool2d(2), Conv2d(5, 3, padding: 1), Flatten(), Linear(4));
}

/// <summary>An activation that falls before it rises: the largest result need not come from the largest input.</summary>
[Experiment, Data<TileableImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class MaxPoolAfterBatchNormGELU
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1, bias: false), BatchNorm(), GELU(), MaxPool2d(3), Conv2d(5, 3, padding: 1), Flatten(), Linear(4));
}

/// <summary>Without an activation.</summary>
[Experiment, Data<TileableImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class MaxPoolAfterBatchNorm
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1, bias: false), BatchNorm(), MaxPool2d(2), MaxPool2d(3), Flatten(), Linear(4));
}

/// <summary>The chain over a batch that is split over threads.</summary>
[Experiment, Data<ManyTileableImages>(BatchSize = 61), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class MaxPoolWide
{
    private static Layer Network() => Sequential(
        Conv2d(33, 3, padding: 1, bias: false), BatchNorm(), ReLU(), MaxPool2d(2), Conv2d(67, 3, padding: 1, bias: false), BatchNorm(), SiLU(), MaxPool2d(3), Flatten(), Linear(4));
}

/// <summary>Windows of three that move by two.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class MaxPoolOverlapping
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1, bias: false), BatchNorm(), ReLU(), MaxPool2d(3, stride: 2, padding: 1), Conv2d(5, 3), Flatten(), Linear(5));
}

/// <summary>Tiles that leave a row and a column out.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class MaxPoolNotDividing
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), Tanh(), MaxPool2d(2), Conv2d(5, 3), Flatten(), Linear(5));
}

/// <summary>Windows that move by more than their side.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class MaxPoolWithGaps
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), MaxPool2d(2, stride: 3), Flatten(), Linear(5));
}

/// <summary>Needs no gradient.</summary>
[Experiment, Data<TileableImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class MaxPoolOfTheInput
{
    private static Layer Network() => Sequential(
        MaxPool2d(2), Conv2d(5, 3), Tanh(), Flatten(), Linear(4));
}

/// <summary>Tiles of two.</summary>
[Experiment, Data<TileableImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class AveragePoolTiles
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), Tanh(), AvgPool2d(2), Conv2d(5, 3, padding: 1), Flatten(), Linear(4));
}

/// <summary>Padding counts as zeros.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class AveragePoolOverlapping
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1, bias: false), BatchNorm(), ReLU(), AvgPool2d(3, stride: 2, padding: 1), Conv2d(5, 3), Flatten(), Linear(5));
}

/// <summary>Tiles that leave rows and columns out.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class AveragePoolNotDividing
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), AvgPool2d(4), Flatten(), Linear(5));
}

/// <summary>The mean of each channel.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class GlobalAveragePool
{
    private static Layer Network() => Sequential(
        Conv2d(19, 3, padding: 1), Tanh(), GlobalAveragePool2d(), Linear(5));
}

/// <summary>Makes the logits.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class GlobalAveragePoolLast
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), Tanh(), Conv2d(5, 3), GlobalAveragePool2d());
}

/// <summary>Needs no gradient.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class GlobalAveragePoolOfTheInput
{
    private static Layer Network() => Sequential(
        GlobalAveragePool2d(), Linear(13), ReLU(), Linear(5));
}
