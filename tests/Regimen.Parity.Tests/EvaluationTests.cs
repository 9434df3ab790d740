using Regimen.Parity.Data;
using Regimen.Parity.Recipes;
using Regimen.Torch;

namespace Regimen.Parity;

/// <summary>Evaluation takes every image exactly once, whatever the number of images that the last batch is left with.</summary>
public sealed class EvaluationTests
{
    private const int BatchSize = NesterovGradual.BatchSize;

    public static TheoryData<int> Counts => [.. Enumerable.Range(1, (2 * BatchSize) + 1)];

    [Theory]
    [MemberData(nameof(Counts))]
    public void Evaluation_is_the_mean_over_the_images_taken_one_by_one(int count)
    {
        using var experiment = Trained(KernelMode.Operators, ScalarType.Float64);
        using var images = Images(count);
        var alone = Enumerable.Range(0, count).Select(index => Alone(experiment, images, index)).ToArray();

        var all = experiment.Evaluate(images);

        Assert.Equal(count, all.Count);
        Assert.Equal(alone.Average(one => one.Loss), all.Loss, 1e-12);
        Assert.Equal(alone.Average(one => one.Accuracy), all.Accuracy, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public unsafe void Predictions_are_those_of_the_images_taken_one_by_one(int count)
    {
        using var experiment = Trained(KernelMode.Automatic, ScalarType.Float32);
        using var images = Images(count);
        var size = images.Channels * images.Height * images.Width;
        var pixels = new ReadOnlySpan<byte>(images.Pixels, count * size).ToArray();

        var all = experiment.Predict(pixels);

        Assert.Equal(count * images.Classes, all.Length);
        for (var index = 0; index < count; index++)
        {
            var alone = experiment.Predict(pixels.AsSpan(index * size, size));
            for (var label = 0; label < alone.Length; label++)
                Assert.Equal(alone[label], all[(index * alone.Length) + label], 1e-6);
        }
    }

    /// <summary>After a few steps, so that running statistics are no longer where they start.</summary>
    private static Experiment Trained(KernelMode kernels, ScalarType elementType)
    {
        var experiment = ExperimentAccess.Create(typeof(NesterovGradual), kernels, elementType);
        ProductRun.Steps(experiment, 3, (_, _) => { });
        return experiment;
    }

    private static LabeledImages Images(int count) => RandomImages.Split(count, 2, channels: 3, height: 9, width: 7, classes: 5);

    private static unsafe EvaluationResult Alone(Experiment experiment, LabeledImages images, int index)
    {
        var size = images.Channels * images.Height * images.Width;
        using var one = LabeledImages.Create(
            new ReadOnlySpan<byte>(images.Pixels + (index * size), size),
            new ReadOnlySpan<byte>(images.Labels + index, 1),
            images.Channels, images.Height, images.Width, images.Classes);
        return experiment.Evaluate(one);
    }
}
