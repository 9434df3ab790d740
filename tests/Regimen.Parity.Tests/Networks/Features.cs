using Regimen.Parity.Data;
using static Regimen.Layers;

namespace Regimen.Parity.Networks;

// Products, flattening and dropout.

/// <summary>Products alone.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class LinearWithoutBias
{
    private static Layer Network() => Sequential(
        Flatten(), Linear(19, bias: false), Linear(13, bias: false), Linear(5, bias: false));
}

/// <summary>One layer.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class LinearOnly
{
    private static Layer Network() => Sequential(
        Flatten(), Linear(5));
}

/// <summary>Channels-last images become channel-major features.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class FlattenChannels
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), Flatten(), Linear(19), Tanh(), Linear(5));
}

/// <summary>Nothing to reorder: a view.</summary>
[Experiment, Data<GreyImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class FlattenOneChannel
{
    private static Layer Network() => Sequential(
        Conv2d(1, 3, padding: 1), Tanh(), Flatten(), Linear(7), Tanh(), Linear(3));
}

/// <summary>The same straight after libtorch's own memory.</summary>
[Experiment, Data<GreyImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class FlattenOneChannelOfConvolution
{
    private static Layer Network() => Sequential(
        Conv2d(5, 3), Tanh(), Conv2d(1, 3, padding: 1), Flatten(), Linear(3));
}

/// <summary>One pixel per channel: a view.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class FlattenOnePixel
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3), Tanh(), MaxPool2d(5), Flatten(), Linear(19), Tanh(), Linear(5));
}

/// <summary>Many values per sample.</summary>
[Experiment, Data<ManyOddImages>(BatchSize = 61), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class FlattenWide
{
    private static Layer Network() => Sequential(
        Conv2d(67, 3, padding: 1), Tanh(), Flatten(), Linear(33), Tanh(), Linear(5));
}

/// <summary>After a chain and before a product.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class DropoutOnFeatures
{
    private static Layer Network() => Sequential(
        Flatten(), Linear(19, bias: false), BatchNorm(), ReLU(), Dropout(0.3), Linear(13), Dropout(), Linear(5));
}

/// <summary>Masks lie channels-last.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class DropoutOnImages
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), Tanh(), Dropout(0.4), Conv2d(5, 3), Dropout(0.1), Flatten(), Linear(5));
}

/// <summary>Inside a chain.</summary>
[Experiment, Data<TileableImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class DropoutBeforeMaxPool
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1, bias: false), BatchNorm(), ReLU(), Dropout(0.3), MaxPool2d(2), Conv2d(5, 3), Flatten(), Linear(4));
}

/// <summary>Needs no gradient.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class DropoutOfTheInput
{
    private static Layer Network() => Sequential(
        Dropout(0.2), Conv2d(13, 3), Tanh(), Flatten(), Linear(5));
}

/// <summary>Probability 0.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class DropoutOfNothing
{
    private static Layer Network() => Sequential(
        Flatten(), Linear(19), Dropout(0), Tanh(), Linear(5));
}

/// <summary>Masks drawn by several threads.</summary>
[Experiment, Data<ManyOddImages>(BatchSize = 61), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class DropoutWide
{
    private static Layer Network() => Sequential(
        Conv2d(33, 3, padding: 1, bias: false), BatchNorm(), ReLU(), Dropout(0.25), Conv2d(13, 3), Flatten(), Linear(5));
}
