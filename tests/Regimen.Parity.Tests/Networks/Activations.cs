using Regimen.Parity.Data;
using static Regimen.Layers;

namespace Regimen.Parity.Networks;

// Each activation on images and on features, alone and after a batch normalisation.

/// <summary>On a convolution's result.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ReLUOnImages
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), ReLU(), Conv2d(5, 3), Flatten(), Linear(5));
}

/// <summary>On a product's result.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ReLUOnFeatures
{
    private static Layer Network() => Sequential(
        Flatten(), Linear(19), ReLU(), Linear(5));
}

/// <summary>In one kernel with the normalisation.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ReLUAfterBatchNormOnImages
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1, bias: false), BatchNorm(), ReLU(), Conv2d(5, 3), Flatten(), Linear(5));
}

/// <summary>In one kernel with the normalisation.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ReLUAfterBatchNormOnFeatures
{
    private static Layer Network() => Sequential(
        Flatten(), Linear(19, bias: false), BatchNorm(), ReLU(), Linear(5));
}

/// <summary>On a convolution's result.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class LeakyReLUOnImages
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), LeakyReLU(0.2), Conv2d(5, 3), Flatten(), Linear(5));
}

/// <summary>On a product's result.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class LeakyReLUOnFeatures
{
    private static Layer Network() => Sequential(
        Flatten(), Linear(19), LeakyReLU(0.2), Linear(5));
}

/// <summary>In one kernel with the normalisation.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class LeakyReLUAfterBatchNormOnImages
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1, bias: false), BatchNorm(), LeakyReLU(0.2), Conv2d(5, 3), Flatten(), Linear(5));
}

/// <summary>In one kernel with the normalisation.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class LeakyReLUAfterBatchNormOnFeatures
{
    private static Layer Network() => Sequential(
        Flatten(), Linear(19, bias: false), BatchNorm(), LeakyReLU(0.2), Linear(5));
}

/// <summary>On a convolution's result.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class GELUOnImages
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), GELU(), Conv2d(5, 3), Flatten(), Linear(5));
}

/// <summary>On a product's result.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class GELUOnFeatures
{
    private static Layer Network() => Sequential(
        Flatten(), Linear(19), GELU(), Linear(5));
}

/// <summary>In one kernel with the normalisation.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class GELUAfterBatchNormOnImages
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1, bias: false), BatchNorm(), GELU(), Conv2d(5, 3), Flatten(), Linear(5));
}

/// <summary>In one kernel with the normalisation.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class GELUAfterBatchNormOnFeatures
{
    private static Layer Network() => Sequential(
        Flatten(), Linear(19, bias: false), BatchNorm(), GELU(), Linear(5));
}

/// <summary>On a convolution's result.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class SiLUOnImages
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), SiLU(), Conv2d(5, 3), Flatten(), Linear(5));
}

/// <summary>On a product's result.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class SiLUOnFeatures
{
    private static Layer Network() => Sequential(
        Flatten(), Linear(19), SiLU(), Linear(5));
}

/// <summary>In one kernel with the normalisation.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class SiLUAfterBatchNormOnImages
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1, bias: false), BatchNorm(), SiLU(), Conv2d(5, 3), Flatten(), Linear(5));
}

/// <summary>In one kernel with the normalisation.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class SiLUAfterBatchNormOnFeatures
{
    private static Layer Network() => Sequential(
        Flatten(), Linear(19, bias: false), BatchNorm(), SiLU(), Linear(5));
}

/// <summary>On a convolution's result.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class SigmoidOnImages
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), Sigmoid(), Conv2d(5, 3), Flatten(), Linear(5));
}

/// <summary>On a product's result.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class SigmoidOnFeatures
{
    private static Layer Network() => Sequential(
        Flatten(), Linear(19), Sigmoid(), Linear(5));
}

/// <summary>In one kernel with the normalisation.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class SigmoidAfterBatchNormOnImages
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1, bias: false), BatchNorm(), Sigmoid(), Conv2d(5, 3), Flatten(), Linear(5));
}

/// <summary>In one kernel with the normalisation.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class SigmoidAfterBatchNormOnFeatures
{
    private static Layer Network() => Sequential(
        Flatten(), Linear(19, bias: false), BatchNorm(), Sigmoid(), Linear(5));
}

/// <summary>On a convolution's result.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class TanhOnImages
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), Tanh(), Conv2d(5, 3), Flatten(), Linear(5));
}

/// <summary>On a product's result.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class TanhOnFeatures
{
    private static Layer Network() => Sequential(
        Flatten(), Linear(19), Tanh(), Linear(5));
}

/// <summary>In one kernel with the normalisation.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class TanhAfterBatchNormOnImages
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1, bias: false), BatchNorm(), Tanh(), Conv2d(5, 3), Flatten(), Linear(5));
}

/// <summary>In one kernel with the normalisation.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class TanhAfterBatchNormOnFeatures
{
    private static Layer Network() => Sequential(
        Flatten(), Linear(19, bias: false), BatchNorm(), Tanh(), Linear(5));
}

/// <summary>Several in one kernel.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ActivationsInARow
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1, bias: false), BatchNorm(), GELU(), Tanh(), SiLU(), LeakyReLU(), Sigmoid(), Flatten(), Linear(5));
}

/// <summary>All of them, over a batch that is split over threads.</summary>
[Experiment, Data<ManyOddImages>(BatchSize = 61), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ActivationsOfManyValues
{
    private static Layer Network() => Sequential(
        Conv2d(33, 3, padding: 1), GELU(), Conv2d(19, 3), SiLU(), Conv2d(33, 1), Sigmoid(), Conv2d(13, 1), Tanh(), Conv2d(13, 1), LeakyReLU(), Flatten(), Linear(5));
}

/// <summary>Needs no gradient.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ActivationOfTheInput
{
    private static Layer Network() => Sequential(
        Tanh(), Conv2d(5, 3), ReLU(), Flatten(), Linear(5));
}

/// <summary>Makes the logits.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ActivationLast
{
    private static Layer Network() => Sequential(
        Flatten(), Linear(5), Tanh());
}
