using Regimen.Parity.Data;
using static Regimen.Layers;

namespace Regimen.Parity.Networks;

// Each convolution under test has one before it, so that the gradient of its input is under test too.

/// <summary>A window that moves by two.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ConvolutionStride
{
    private static Layer Network() => Sequential(
        Conv2d(5, 3, padding: 1), Tanh(), Conv2d(13, 3, stride: 2, padding: 1), Tanh(), Flatten(), Linear(5));
}

/// <summary>Taps two pixels apart.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ConvolutionDilation
{
    private static Layer Network() => Sequential(
        Conv2d(5, 3, padding: 1, bias: false), ReLU(), Conv2d(19, 3, padding: 2, dilation: 2), SiLU(), Flatten(), Linear(5));
}

/// <summary>Windows that skip pixels in both ways.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ConvolutionStrideAndDilation
{
    private static Layer Network() => Sequential(
        Conv2d(5, 3, padding: 1), Tanh(), Conv2d(13, 3, stride: 3, padding: 2, dilation: 2), Tanh(), Flatten(), Linear(5));
}

/// <summary>Three groups of channels.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ConvolutionGroups
{
    private static Layer Network() => Sequential(
        Conv2d(6, 3, padding: 1, groups: 3), Tanh(), Conv2d(9, 3, padding: 1, groups: 3, bias: false), Tanh(), Flatten(), Linear(5));
}

/// <summary>A group per channel.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ConvolutionDepthwise
{
    private static Layer Network() => Sequential(
        Conv2d(13, 1), GELU(), Conv2d(13, 3, padding: 1, groups: 13), Tanh(), Flatten(), Linear(5));
}

/// <summary>Windows of one pixel.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ConvolutionPointwise
{
    private static Layer Network() => Sequential(
        Conv2d(33, 1, bias: false), GELU(), Conv2d(5, 1), Tanh(), Flatten(), Linear(5));
}

/// <summary>Windows of one pixel that leave pixels out.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ConvolutionPointwiseStride
{
    private static Layer Network() => Sequential(
        Conv2d(13, 3, padding: 1), Tanh(), Conv2d(5, 1, stride: 2, bias: false), Flatten(), Linear(5));
}

/// <summary>Large and even windows without padding.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ConvolutionUnpadded
{
    private static Layer Network() => Sequential(
        Conv2d(5, 5), Tanh(), Conv2d(13, 2), Tanh(), Flatten(), Linear(5));
}

/// <summary>A window larger than the image.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ConvolutionPaddedBeyondImage
{
    private static Layer Network() => Sequential(
        Conv2d(5, 3, stride: 3), Tanh(), Conv2d(13, 5, padding: 2), Tanh(), Flatten(), Linear(5));
}

/// <summary>Nothing between them: a gradient goes from libtorch straight to libtorch.</summary>
[Experiment, Data<OddImages>(BatchSize = 7), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ConvolutionsInARow
{
    private static Layer Network() => Sequential(
        Conv2d(5, 3), Conv2d(13, 3, padding: 1), Conv2d(7, 3), Flatten(), Linear(5));
}

/// <summary>More channels than a register holds, and a batch that is split over threads.</summary>
[Experiment, Data<ManyOddImages>(BatchSize = 61), Epochs(2), Sgd(LearningRate = 0.01, Momentum = 0)]
public partial class ConvolutionWide
{
    private static Layer Network() => Sequential(
        Conv2d(33, 3, padding: 1), Tanh(), Conv2d(67, 3, padding: 1, bias: false), Tanh(), Flatten(), Linear(5));
}
