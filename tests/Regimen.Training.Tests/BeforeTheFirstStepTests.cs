using System.Globalization;
using static Regimen.Layers;

namespace Regimen.Training.Tests;

/// <summary>What can be known before the first step is said then, with its own reason, in every culture.</summary>
public sealed class BeforeTheFirstStepTests
{
    [Theory]
    [InlineData(KernelMode.Automatic)]
    [InlineData(KernelMode.Operators)]
    public void A_last_batch_of_one_sample(KernelMode kernels)
    {
        SizedImages.TrainCount = 101;
        using var experiment = new NormalizedNet { Kernels = kernels, LogEvery = 1 };
        experiment.StepCompleted += _ => Assert.Fail("A step was taken.");
        var message = Assert.Throws<InvalidOperationException>(() => experiment.Train()).Message;
        SizedImages.TrainCount = 65;
        Assert.Equal("101 training images in batches of 20 leave a last batch of one sample, on which a batch normalisation of single values can't train: its variance is 0. Choose another BatchSize, or leave one image out.", message);
    }

    [Fact]
    public void A_last_batch_of_one_sample_without_such_a_normalisation()
    {
        SizedImages.TrainCount = 65;
        using var experiment = new SizedNet { Epochs = 1 };
        Assert.Equal(9, experiment.Train().Steps);
    }

    [Fact]
    public void Another_number_of_images_than_declared()
    {
        using var experiment = new MisdeclaredNet();
        Assert.Equal(
            "The train split of '36 images' has 36 images, but the data type of MisdeclaredNet declares TrainImages = 1000, with which the rules have judged it. Correct the number, or leave it out.",
            Assert.Throws<DataException>(() => experiment.Train()).Message);
    }

    [Theory]
    [InlineData(1e301)]
    [InlineData(1e-301)]
    [InlineData(double.NaN)]
    public void A_strength_of_mixup_for_which_no_share_can_be_drawn(double alpha)
    {
        using var experiment = new TinyNet { MixupAlpha = alpha };
        Assert.Equal(FormattableString.Invariant($"MixupAlpha is {alpha}, but must be between 1e-300 and 1e300."), Assert.Throws<InvalidOperationException>(() => experiment.Train()).Message);
    }

    [Fact]
    public void The_largest_strength_of_mixup_trains()
    {
        using var experiment = new TinyNet { MixupAlpha = 1e300, Epochs = 1 };
        Assert.True(double.IsFinite(experiment.Train().Epochs[0].TrainLoss));
    }

    [Fact]
    public void A_message_of_divergence_does_not_follow_the_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        foreign.NumberFormat.NumberDecimalSeparator = ",";
        foreign.NumberFormat.NegativeSign = "\u2212";
        foreign.NumberFormat.NaNSymbol = "¤¤¤";
        CultureInfo.CurrentCulture = foreign;
        try
        {
            using var experiment = new OtherNet { LearningRate = 1.5e20 };
            var message = Assert.Throws<DivergenceException>(() => experiment.Train()).Message;
            Assert.Contains("The rate at this step was 1.5E+20.", message, StringComparison.Ordinal);
            Assert.DoesNotContain("¤", message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Weights_that_are_not_finite_never_replace_a_good_checkpoint()
    {
        var root = Directory.CreateTempSubdirectory("regimen").FullName;
        using (var folder = RunFolder.Create(root, nameof(PoolNet)))
        using (var experiment = new PoolNet { RunFolder = folder })
        {
            experiment.Train();
            var good = File.ReadAllBytes(folder.CheckpointPath);
            experiment.Epochs = 2;
            experiment.Spoil();
            Assert.Contains("The weights can't be trained on: '0.weight' holds NaN at element 0.", Assert.Throws<InvalidOperationException>(() => experiment.Train()).Message, StringComparison.Ordinal);
            Assert.Contains("is not written: '0.weight' holds NaN", Assert.Throws<CheckpointException>(() => experiment.Save(folder.CheckpointPath)).Message, StringComparison.Ordinal);
            Assert.Equal(good, File.ReadAllBytes(folder.CheckpointPath));
        }

        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public void What_a_handler_throws_costs_no_step()
    {
        using var whole = new TinyNet();
        whole.Train();
        var root = Directory.CreateTempSubdirectory("regimen").FullName;
        using (var folder = RunFolder.Create(root, nameof(TinyNet)))
        {
            using (var experiment = new TinyNet { RunFolder = folder, LogEvery = 1 })
            {
                experiment.StepCompleted += step =>
                {
                    if (step.Step == 8)
                        throw new IOException("The terminal is gone.");
                };
                Assert.Equal("The terminal is gone.", Assert.Throws<IOException>(() => experiment.Train()).Message);
            }

            using var other = new TinyNet { LogEvery = 1 };
            other.Load(folder.CheckpointPath);
            var first = 0L;
            other.StepCompleted += step => first = first == 0 ? step.Step : first;
            other.Train();
            Assert.Equal(9, first);
            Assert.Equal(Weights.Of(whole), Weights.Of(other));
        }

        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public void What_is_missing_is_found_before_anything_is_written()
    {
        SizedImages.TrainCount = null;
        using var experiment = new SizedNet();
        Assert.Throws<DataException>(experiment.Prepare);
        SizedImages.TrainCount = 65;
        experiment.Prepare();
        Assert.Equal(4, experiment.Train().Epochs.Count);
    }
}

/// <summary>A batch normalisation of one value per sample.</summary>
[Experiment, Data<SizedImages>(BatchSize = 20), Epochs(1), Sgd]
public partial class NormalizedNet
{
    private static Layer Network() => Sequential(Flatten(), Linear(13, bias: false), BatchNorm(), ReLU(), Linear(4));
}

/// <summary>36 images that call themselves 1,000.</summary>
[ImageData(Channels = 1, Height = 8, Width = 8, Classes = 4, TrainImages = 1000)]
public sealed class MisdeclaredImages : IDataSource
{
    public static ImageDataSet Open() => new("36 images", () => TinyImages.Make(36, 1), () => TinyImages.Make(10, 2));
}

[Experiment, Data<MisdeclaredImages>(BatchSize = 10), Epochs(1), Sgd]
public partial class MisdeclaredNet
{
    private static Layer Network() => Sequential(Flatten(), Linear(4));
}
