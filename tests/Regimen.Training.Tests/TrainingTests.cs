namespace Regimen.Training.Tests;

/// <summary>Training, evaluating and predicting as a user does.</summary>
public sealed class TrainingTests
{
    [Fact]
    public void It_learns_and_reports()
    {
        using var experiment = new TinyNet { Epochs = 15, LogEvery = 2 };
        var epochs = new List<EpochMetrics>();
        var steps = new List<StepProgress>();
        experiment.EpochCompleted += epochs.Add;
        experiment.StepCompleted += steps.Add;
        var result = experiment.Train();
        Assert.Equal(15, result.Epochs.Count);
        Assert.Equal(15 * 5, result.Steps);
        Assert.Equal(epochs, result.Epochs);
        Assert.InRange(result.TestAccuracy, 0.9, 1);
        Assert.Equal(3 * 15, steps.Count);
        Assert.Equal(1e-4, result.Epochs[^1].LearningRate, 12);
    }

    [Fact]
    public void The_same_seed_gives_the_same_run_and_another_seed_another()
    {
        using var first = new TinyNet();
        using var second = new TinyNet();
        using var third = new TinyNet { Seed = 4 };
        first.Train();
        second.Train();
        third.Train();
        Assert.Equal(Weights.Of(first), Weights.Of(second));
        Assert.NotEqual(Weights.Of(first), Weights.Of(third));
    }

    [Fact]
    public void Fused_kernels_and_operators_agree()
    {
        using var fused = new TinyNet();
        using var operators = new TinyNet { Kernels = KernelMode.Operators };
        var ours = fused.Train();
        var theirs = operators.Train();
        foreach (var (left, right) in ours.Epochs.Zip(theirs.Epochs))
        {
            Assert.Equal(left.TrainLoss, right.TrainLoss, 4);
            Assert.Equal(left.TestLoss, right.TestLoss, 4);
        }
    }

    [Fact]
    public void Evaluation_and_prediction_count_every_image_once()
    {
        using var experiment = new TinyNet { Epochs = 10 };
        experiment.Train();
        using var images = TinyImages.Make(TinyImages.TestCount, 2);
        var evaluation = experiment.Evaluate();
        Assert.Equal(TinyImages.TestCount, evaluation.Count);

        byte[] pixels;
        unsafe
        {
            pixels = new ReadOnlySpan<byte>(images.Pixels, images.Count * 64).ToArray();
        }

        var probabilities = experiment.Predict(pixels);
        double loss = 0;
        var correct = 0;
        for (var image = 0; image < images.Count; image++)
        {
            var row = probabilities.AsSpan(image * 4, 4);
            Assert.Equal(1, row[0] + row[1] + row[2] + row[3], 5);
            byte label;
            unsafe
            {
                label = images.Labels[image];
            }

            loss -= Math.Log(row[label]);
            correct += row.IndexOf(Math.Max(Math.Max(row[0], row[1]), Math.Max(row[2], row[3]))) == label ? 1 : 0;
        }

        Assert.Equal(evaluation.Loss, loss / images.Count, 5);
        Assert.Equal(evaluation.Accuracy, (double)correct / images.Count, 12);
    }

    [Fact]
    public void The_run_folder_has_metrics_and_a_checkpoint()
    {
        var root = Directory.CreateTempSubdirectory("regimen").FullName;
        using (var folder = RunFolder.Create(root, nameof(TinyNet)))
        using (var experiment = new TinyNet { RunFolder = folder })
        {
            experiment.Train();
            Assert.Equal(5, File.ReadAllLines(Path.Combine(folder.Path, "metrics.csv")).Length);
            Assert.True(File.Exists(folder.CheckpointPath));
        }

        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public void The_schedule_rises_to_the_peak_and_falls_to_the_floor()
    {
        using var experiment = new TinyNet();
        Assert.Equal(0.05 / 5, experiment.RateAt(0, 20, 5), 15);
        Assert.Equal(0.05, experiment.RateAt(4, 20, 5), 15);
        Assert.Equal(0.05, experiment.RateAt(5, 20, 5), 15);
        Assert.Equal(1e-4, experiment.RateAt(19, 20, 5), 15);
    }

    [Fact]
    public void An_untrained_body_beside_a_trained_shortcut_trains_alike_in_both_modes()
    {
        using var fused = new UntrainedBody();
        using var operators = new UntrainedBody { Kernels = KernelMode.Operators };
        Assert.Equal(fused.Train().Epochs[0].TrainLoss, operators.Train().Epochs[0].TrainLoss, 5);
    }

    [Fact]
    public void A_given_mean_goes_with_the_training_splits_deviation()
    {
        using var experiment = new HalfNormalized();
        using var images = TinyImages.Make(TinyImages.TrainCount, 1);
        Assert.Equal([new ChannelStatistics(0.25, PixelStatistics.Of(images)[0].StandardDeviation)], experiment.Statistics);
    }

    [Fact]
    public void Bare_attributes_take_their_defaults()
    {
        using var experiment = new BareNet { LogEvery = 1 };
        Assert.Equal((0.1, 0.2, 5e-4, 0.1, 0.9, 256), (experiment.LabelSmoothing, experiment.MixupAlpha, experiment.WeightDecay, experiment.LearningRate, experiment.Momentum, experiment.ReferenceBatch));
        var rates = new List<double>();
        experiment.StepCompleted += step => rates.Add(step.LearningRate);
        experiment.Train();
        var peak = 0.1 * 10 / 256;

        // 5 epochs of 7 steps would be 35, but a tenth of the 210 steps is 21.
        Assert.Equal(peak / 21, rates[0], 12);
        Assert.Equal(peak, rates[20], 12);
        Assert.Equal(peak, rates[21], 12);
        Assert.Equal(0, rates[^1], 12);
    }
}
