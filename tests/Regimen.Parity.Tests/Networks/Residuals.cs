using Regimen.Parity.Data;
using static Regimen.Layers;

namespace Regimen.Parity.Networks;

// Values that several operations read, so that several gradients meet.

/// <summary>body(x) + x.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ResidualIdentity
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), Tanh(), Residual(Sequential(Conv2d(13, 3, padding: 1), Tanh())), Conv2d(5, 3), Flatten(), Linear(5));
}

/// <summary>Normalisation, sum and activation in one kernel.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ResidualIdentityReLU
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1, bias: false), BatchNorm(), ReLU(), Residual(Sequential(Conv2d(13, 3, padding: 1, bias: false), BatchNorm(), ReLU(), Conv2d(13, 3, padding: 1, bias: false), BatchNorm())), ReLU(), Flatten(), Linear(5));
}

/// <summary>A shortcut with weights.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ResidualProjection
{
    private static Layer Network() => Sequential(
        Conv2d(5, 3, padding: 1), Tanh(), Residual(Sequential(Conv2d(13, 3, stride: 2, padding: 1, bias: false), BatchNorm(), ReLU(), Conv2d(13, 3, padding: 1, bias: false), BatchNorm()), shortcut: Sequential(Conv2d(13, 1, stride: 2, bias: false), BatchNorm())), ReLU(), Flatten(), Linear(5));
}

/// <summary>Normalisation, sum, activation and pooling in one kernel.</summary>
[Experiment, Data<TileableImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ResidualMaxPool
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1, bias: false), BatchNorm(), ReLU(), Residual(Sequential(Conv2d(13, 3, padding: 1, bias: false), BatchNorm())), ReLU(), MaxPool2d(2), Conv2d(5, 3), Flatten(), Linear(4));
}

/// <summary>The same with a shortcut of its own, and tiles of three.</summary>
[Experiment, Data<TileableImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ResidualMaxPoolProjection
{
    private static Layer Network() => Sequential(
        Conv2d(5, 3, padding: 1), Residual(Sequential(Conv2d(19, 3, padding: 1, bias: false), BatchNorm()), shortcut: Conv2d(19, 1)), GELU(), MaxPool2d(3), Flatten(), Linear(4));
}

/// <summary>A residual inside the body of another.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ResidualNested
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), Residual(Sequential(Tanh(), Residual(Sequential(Conv2d(13, 3, padding: 1, bias: false), BatchNorm(), ReLU())), Conv2d(13, 1))), ReLU(), Flatten(), Linear(5));
}

/// <summary>Both layers of residuals begin with the same value.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ResidualReadThreeTimes
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), Tanh(), Residual(Residual(Sequential(Conv2d(13, 3, padding: 1), Tanh()), shortcut: Conv2d(13, 1))), Flatten(), Linear(5));
}

/// <summary>And the shortcut is a residual too.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ResidualReadFourTimes
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), Tanh(), Residual(Residual(Conv2d(13, 3, padding: 1)), shortcut: Residual(Conv2d(13, 1), shortcut: Sequential(Conv2d(13, 1, bias: false), BatchNorm()))), SiLU(), Flatten(), Linear(5));
}

/// <summary>Between products.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ResidualOnFeatures
{
    private static Layer Network() => Sequential(
        Flatten(), Linear(19), Residual(Sequential(Linear(19, bias: false), BatchNorm(), ReLU(), Linear(19))), Tanh(), Linear(5));
}

/// <summary>The shortcut is the image, which needs no gradient.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ResidualOfTheInput
{
    private static Layer Network() => Sequential(
        Residual(Sequential(Conv2d(3, 3, padding: 1, bias: false), BatchNorm())), ReLU(), Conv2d(5, 3), Flatten(), Linear(5));
}

/// <summary>An empty body: x + x.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ResidualDouble
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), Residual(Sequential()), Tanh(), Flatten(), Linear(5));
}

/// <summary>Two empty bodies: x + x + x.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ResidualTriple
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), Residual(Residual(Sequential())), Tanh(), Flatten(), Linear(5));
}

/// <summary>A shortcut without weights that changes the shape.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ResidualShortcutPooling
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), Tanh(), Residual(Conv2d(13, 3, stride: 2, padding: 1), shortcut: MaxPool2d(3, stride: 2, padding: 1)), ReLU(), Flatten(), Linear(5));
}

/// <summary>A chain in the shortcut and none in the body.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ResidualShortcutActivation
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), Residual(Conv2d(13, 1), shortcut: Sequential(Conv2d(13, 3, padding: 1, bias: false), BatchNorm(), SiLU())), Flatten(), Linear(5));
}

/// <summary>Masks in both branches.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ResidualDropout
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), Residual(Sequential(Tanh(), Dropout(0.3), Conv2d(13, 1)), shortcut: Sequential(Conv2d(13, 1), Dropout(0.2))), Dropout(0.1), ReLU(), Flatten(), Linear(5));
}

/// <summary>Normalises a sum.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ResidualThenBatchNorm
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1, bias: false), BatchNorm(), Residual(Sequential(ReLU(), Conv2d(13, 3, padding: 1, bias: false))), BatchNorm(), ReLU(), Residual(Sequential(Tanh(), Conv2d(13, 1, bias: false))), BatchNorm(), Flatten(), Linear(5));
}

/// <summary>The sum is read by nothing fused.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ResidualThenFlatten
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), Residual(Sequential(Conv2d(13, 1), Sigmoid())), Flatten(), Linear(5));
}

/// <summary>Three stages and a mean.</summary>
[Experiment, Data<ManyOddImages>(BatchSize = 61), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ResidualThenGlobalAverage
{
    private static Layer Network() => Sequential(
        Conv2d(33, 3, padding: 1, bias: false), BatchNorm(), ReLU(), Residual(Sequential(Conv2d(33, 3, padding: 1, bias: false), BatchNorm(), ReLU(), Conv2d(33, 3, padding: 1, bias: false), BatchNorm())), ReLU(), Residual(Sequential(Conv2d(67, 3, stride: 2, padding: 1, bias: false), BatchNorm()), shortcut: Sequential(Conv2d(67, 1, stride: 2, bias: false), BatchNorm())), ReLU(), GlobalAveragePool2d(), Linear(5));
}

/// <summary>Makes the logits.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ResidualLast
{
    private static Layer Network() => Sequential(
        Flatten(), Linear(5), Residual(Sequential(Tanh(), Linear(5))));
}
