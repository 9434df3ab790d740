using static Regimen.Layers;

namespace Regimen.Training.Tests;

/// <summary>What a data type declares and what it loads must agree: the generated code was compiled for the declared shape.</summary>
public sealed class DataShapeTests
{
    [Fact]
    public void Smaller_images_than_declared()
    {
        using var experiment = new NarrowNet();
        var message = Assert.Throws<DataException>(() => experiment.Train()).Message;
        Assert.Equal("The train images of 'narrow' are [1, 8, 4] in 4 classes, but the data type of NarrowNet declares [1, 8, 8] in 4. Make its [ImageData] and what it loads agree.", message);
    }

    [Fact]
    public void More_classes_than_declared_in_the_test_split_alone()
    {
        using var experiment = new ManyClassesNet { LogEvery = 1 };
        var steps = 0;
        experiment.StepCompleted += _ => steps++;
        Assert.Contains("test images of 'many classes' are [1, 8, 8] in 5 classes", Assert.Throws<DataException>(() => experiment.Train()).Message, StringComparison.Ordinal);
        Assert.Equal(0, steps);
        Assert.Throws<DataException>(() => experiment.Evaluate());
    }

    [Fact]
    public void Images_and_labels_can_be_read()
    {
        using var images = TinyImages.Make(5, 1);
        Assert.Equal(64, images.Image(4).Length);
        Assert.Equal(images.Image(3).ToArray(), images.Images(2, 3).Slice(64, 64).ToArray());
        Assert.InRange(images.Label(0), 0, 3);
        Assert.Throws<ArgumentOutOfRangeException>(() => images.Image(5).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => images.Images(-1, 2).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => images.Images(4, 2).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => images.Label(5));
    }
}

[ImageData(Channels = 1, Height = 8, Width = 8, Classes = 4)]
public sealed class NarrowImages : IDataSource
{
    public static ImageDataSet Open() => new("narrow", Load, Load);

    private static LabeledImages Load() => LabeledImages.Create(new byte[32 * 20], new byte[20], 1, 8, 4, 4);
}

[ImageData(Channels = 1, Height = 8, Width = 8, Classes = 4)]
public sealed class ManyClassesImages : IDataSource
{
    public static ImageDataSet Open() => new("many classes", () => TinyImages.Make(20, 1), () => LabeledImages.Create(new byte[64 * 20], new byte[20], 1, 8, 8, 5));
}

[Experiment, Data<NarrowImages>(BatchSize = 10), Epochs(1), Sgd]
public partial class NarrowNet
{
    private static Layer Network() => Sequential(Flatten(), Linear(4));
}

[Experiment, Data<ManyClassesImages>(BatchSize = 10), Epochs(1), Sgd]
public partial class ManyClassesNet
{
    private static Layer Network() => Sequential(Flatten(), Linear(4));
}
