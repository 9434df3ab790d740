using Regimen.Parity.Data;
using static Regimen.Layers;

namespace Regimen.Parity.Recipes;

// One small network; every optimiser setting, schedule, mixture and smoothing in some combination.

/// <summary>The network of all recipes: weights, biases, scales and shifts.</summary>
internal static class Small
{
    public static Layer Network() => Sequential(
        Conv2d(5, 3, padding: 1), ReLU(), Conv2d(13, 3, bias: false), BatchNorm(), SiLU(), Dropout(0.1), Flatten(), Linear(19), LayerNorm(), Tanh(), Linear(5));
}

/// <summary>The samples' own, with a floor.</summary>
[Experiment(Seed = 3), Data<OddImages>(BatchSize = 7), Epochs(9), Sgd(LearningRate = 0.1, Momentum = 0.9, Nesterov = true), WeightDecay(5e-4)]
[Warmup(Epochs = 2), CosineDecay(Floor = 1e-3), LabelSmoothing(0.1), Mixup(0.2)]
public partial class NesterovGradual
{
    private static Layer Network() => Small.Network();
}

/// <summary>A constant warm-up, momentum without looking ahead, and everything decays.</summary>
[Experiment(Seed = 4), Data<OddImages>(BatchSize = 7), Epochs(9), Sgd(LearningRate = 0.2, Momentum = 0.8), WeightDecay(0.01, IncludeBias = true, IncludeNorm = true)]
[Warmup(Steps = 5, Mode = WarmupMode.Constant, Factor = 0.25), CosineDecay, LabelSmoothing(0.3), Mixup(1, PerSample = true)]
public partial class ConstantWarmupPerSample
{
    private static Layer Network() => Small.Network();
}

/// <summary>Scaled with the batch, the same order every epoch, the larger share kept, biases decay.</summary>
[Experiment(Seed = 5), Data<OddImages>(BatchSize = 7), Epochs(9), Sgd(LearningRate = 2, Momentum = 0.9), LinearScaling(ReferenceBatch = 128), WeightDecay(0.01, IncludeBias = true)]
[Shuffle(false), CosineDecay(Floor = 0.01), Mixup(0.4, Symmetric = true)]
public partial class ScaledSymmetric
{
    private static Layer Network() => Small.Network();
}

/// <summary>Norms decay, a warm-up without a decay of the rate, both kinds of mixture settings, given constants of normalisation.</summary>
[Experiment(Seed = 6), Data<OddImages>(BatchSize = 7), Epochs(9), Sgd(LearningRate = 0.05, Momentum = 0.9), WeightDecay(0.02, IncludeNorm = true)]
[Warmup(Epochs = 1.5), Mixup(0.3, PerSample = true, Symmetric = true), Normalize(Mean = [0.5, 0.4, 0.3], Std = [0.2, 0.3, 0.25])]
public partial class SymmetricPerSample
{
    private static Layer Network() => Small.Network();
}

/// <summary>Nothing but the optimiser.</summary>
[Experiment(Seed = 7), Data<ManyOddImages>(BatchSize = 61), Epochs(9), Sgd(LearningRate = 0.05, Momentum = 0), Normalize(Mean = [0.5], Std = [0.5])]
public partial class Plain
{
    private static Layer Network() => Small.Network();
}
