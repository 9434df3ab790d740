using Regimen.Torch;
using static Regimen.Layers;

namespace Regimen.Training.Tests.Logits;

/// <summary>16 black images for training and for testing, whose labels a test writes: the logits of a linear layer are its bias, exactly.</summary>
[ImageData(Channels = 1, Height = 1, Width = 1, Classes = 10)]
public sealed class BlackImages : IDataSource
{
    public const int Count = 16;

    public static ImageDataSet Open() => new("black images", Make, Make);

    private static LabeledImages Make() => LabeledImages.Create(new byte[Count], new byte[Count], 1, 1, 1, 10);
}

/// <summary>An experiment whose state and labels a test may write.</summary>
public interface ILogits
{
    /// <summary>Chooses the element type, before the first use.</summary>
    void Choose(ScalarType type);

    /// <summary>Parameters and gradients.</summary>
    ModelState Opened { get; }

    /// <summary>The data.</summary>
    ImageDataSet Images { get; }
}

/// <summary>One label each.</summary>
[Experiment, Data<BlackImages>(BatchSize = BlackImages.Count), Epochs(1), Sgd(Momentum = 0), Shuffle(false), Normalize(Mean = [0], Std = [1])]
public partial class PlainLogits : ILogits
{
    public ModelState Opened => State;

    public ImageDataSet Images => Data;

    public void Choose(ScalarType type) => ElementType = type;

    private static Layer Network() => Sequential(Flatten(), Linear(10));
}

/// <summary>Smoothed.</summary>
[Experiment, Data<BlackImages>(BatchSize = BlackImages.Count), Epochs(1), Sgd(Momentum = 0), Shuffle(false), Normalize(Mean = [0], Std = [1])]
[LabelSmoothing(0.1)]
public partial class SmoothedLogits : ILogits
{
    public ModelState Opened => State;

    public ImageDataSet Images => Data;

    public void Choose(ScalarType type) => ElementType = type;

    private static Layer Network() => Sequential(Flatten(), Linear(10));
}

/// <summary>Mixed.</summary>
[Experiment, Data<BlackImages>(BatchSize = BlackImages.Count), Epochs(1), Sgd(Momentum = 0), Shuffle(false), Normalize(Mean = [0], Std = [1])]
[Mixup(0.5, PerSample = true)]
public partial class MixedLogits : ILogits
{
    public ModelState Opened => State;

    public ImageDataSet Images => Data;

    public void Choose(ScalarType type) => ElementType = type;

    private static Layer Network() => Sequential(Flatten(), Linear(10));
}

/// <summary>Mixed and smoothed.</summary>
[Experiment, Data<BlackImages>(BatchSize = BlackImages.Count), Epochs(1), Sgd(Momentum = 0), Shuffle(false), Normalize(Mean = [0], Std = [1])]
[Mixup(0.5, PerSample = true), LabelSmoothing(0.1)]
public partial class MixedSmoothedLogits : ILogits
{
    public ModelState Opened => State;

    public ImageDataSet Images => Data;

    public void Choose(ScalarType type) => ElementType = type;

    private static Layer Network() => Sequential(Flatten(), Linear(10));
}
