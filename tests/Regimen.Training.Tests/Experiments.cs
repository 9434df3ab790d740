using static Regimen.Layers;

namespace Regimen.Training.Tests;

/// <summary>Everything at once: convolutions, a projection shortcut, dropout, mixing.</summary>
[Experiment(Seed = 3), Data<TinyImages>(BatchSize = 16), Epochs(4), Sgd(LearningRate = 0.05, Nesterov = true), WeightDecay]
[Warmup(Epochs = 1), CosineDecay(Floor = 1e-4), LabelSmoothing, Mixup]
public partial class TinyNet
{
    private static Layer Network() => Sequential(
        Conv2d(6, kernel: 3, padding: 1, bias: false), BatchNorm(), ReLU(),
        Residual(
            Sequential(Conv2d(9, kernel: 3, stride: 2, padding: 1, bias: false), BatchNorm()),
            shortcut: Conv2d(9, kernel: 1, stride: 2, bias: false)),
        ReLU(), Flatten(), Dropout(0.1), Linear(12), GELU(), Linear(4));
}

/// <summary>Another network over the same data.</summary>
[Experiment, Data<TinyImages>(BatchSize = 16), Epochs(2), Sgd(LearningRate = 0.05)]
public partial class OtherNet
{
    private static Layer Network() => Sequential(Flatten(), Linear(13), ReLU(), Linear(4));
}

/// <summary>Constant warm-up that may end early.</summary>
[Experiment, Data<TinyImages>(BatchSize = 16), Epochs(20), Sgd(LearningRate = 0.05)]
[Warmup(Epochs = 15, Mode = WarmupMode.Constant, Factor = 0.2, UntilTrainError = 0.5), CosineDecay]
public partial class EarlyWarmup
{
    private static Layer Network() => Sequential(Flatten(), Linear(13), ReLU(), Linear(4));
}

/// <summary>The other network, in batches that hold all the data.</summary>
[Experiment, Data<TinyImages>(BatchSize = 128), Epochs(1), Sgd(LearningRate = 0.05)]
public partial class OneStepNet
{
    private static Layer Network() => Sequential(Flatten(), Linear(13), ReLU(), Linear(4));
}

/// <summary>Everything that could swallow a NaN.</summary>
[Experiment, Data<TinyImages>(BatchSize = 16), Epochs(1), Sgd]
public partial class PoolNet
{
    /// <summary>Puts a NaN into the first layer's weights.</summary>
    public void Spoil() => Torch.Aten.Fill(State.Parameter(0), double.NaN);

    private static Layer Network() => Sequential(
        Conv2d(4, kernel: 3, padding: 1), ReLU(), MaxPool2d(2), BatchNorm(), ReLU(), MaxPool2d(2), Flatten(), Linear(4));
}

/// <summary>An untrained body beside a trained shortcut.</summary>
[Experiment, Data<TinyImages>(BatchSize = 16), Epochs(1), Sgd]
public partial class UntrainedBody
{
    private static Layer Network() => Sequential(Residual(Tanh(), shortcut: Conv2d(1, kernel: 1)), Flatten(), Linear(4));
}

/// <summary>A given mean alone.</summary>
[Experiment, Data<TinyImages>(BatchSize = 10), Epochs(1), Sgd, Normalize(Mean = [0.25])]
public partial class HalfNormalized
{
    /// <summary>What pixels are normalised with.</summary>
    public ChannelStatistics[] Statistics => Normalization;

    private static Layer Network() => Sequential(Flatten(), Linear(4));
}

/// <summary>Bare attributes.</summary>
[Experiment, Data<TinyImages>(BatchSize = 10), Epochs(30), Sgd, WeightDecay, Warmup, CosineDecay, LabelSmoothing, Mixup, LinearScaling, Shuffle, Normalize]
public partial class BareNet
{
    private static Layer Network() => Sequential(Flatten(), Linear(4));
}
