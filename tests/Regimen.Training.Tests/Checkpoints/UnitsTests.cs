namespace Regimen.Training.Tests;

/// <summary>A run is continued only under the units that it is counted in, and its model holds what derives from its training data.</summary>
public sealed class UnitsTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public UnitsTests() => Reset();

    public void Dispose()
    {
        Reset();
        File.Delete(path);
    }

    [Theory]
    [InlineData(18)]
    [InlineData(13)]
    public void Another_number_of_images(int step)
    {
        SaveAt(step);
        SizedImages.TrainCount = 24;
        using var other = new SizedNet();
        other.Load(path);
        var before = Weights.Of(other);
        var message = Assert.Throws<CheckpointException>(() => other.Train()).Message;
        Assert.Contains("it trained on 65 images, the training split has 24; its epochs had 9 steps, now they would have 3; it normalised pixels with mean ", message, StringComparison.Ordinal);
        Assert.Equal(before, Weights.Of(other));
    }

    [Theory]
    [InlineData(18)]
    [InlineData(13)]
    public void Another_batch_size(int step)
    {
        SaveAt(step);
        using var other = new SizedNet16();
        other.Load(path);
        Assert.Contains("its batches had 8 samples, the experiment's have 16; its epochs had 9 steps, now they would have 5.", Assert.Throws<CheckpointException>(() => other.Train()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_recipe()
    {
        SaveAt(18);
        using var other = new SizedNetMixed();
        other.Load(path);
        var message = Assert.Throws<CheckpointException>(() => other.Train()).Message;
        Assert.Contains("it trained with CosineDecay, which the experiment does not", message, StringComparison.Ordinal);
        Assert.Contains("it trained with Sgd(Nesterov = false), which the experiment does not", message, StringComparison.Ordinal);
        Assert.Contains("the experiment trains with Sgd(Nesterov = true), which it did not", message, StringComparison.Ordinal);
        Assert.Contains("the experiment trains with Mixup(PerSample = false, Symmetric = false), which it did not", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_images_of_the_same_number()
    {
        SaveAt(18);
        SizedImages.Brightness = 5;
        using var other = new SizedNet();
        other.Load(path);
        Assert.Contains("it normalised pixels with mean ", Assert.Throws<CheckpointException>(() => other.Train()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Under_the_same_units_it_goes_on_to_the_same_bits()
    {
        using var whole = new SizedNet();
        whole.Train();
        SaveAt(13);
        using var other = new SizedNet();
        other.Load(path);
        var result = other.Train();
        Assert.Equal(Weights.Of(whole), Weights.Of(other));
        Assert.All(result.Epochs, epoch => Assert.InRange(epoch.TrainAccuracy, 0, 1));
        Assert.Equal(0, result.Epochs[^1].LearningRate, 15);
    }

    [Fact]
    public void A_refused_experiment_still_predicts_and_may_train_anew()
    {
        SaveAt(18);
        using var other = new SizedNet16();
        other.Load(path);
        Assert.Throws<CheckpointException>(() => other.Train());
        Assert.True(double.IsFinite(other.Evaluate().Loss));
        other.Restart();
        Assert.Equal(4, other.Train().Epochs.Count);
    }

    [Fact]
    public void Predictions_need_no_training_split()
    {
        using var images = TinyImages.Make(20, 5);
        var pixels = images.Images(0, 20).ToArray();
        float[] expected;
        using (var first = new SizedNet())
        {
            first.Train();
            first.Save(path);
            expected = first.Predict(pixels);
        }

        SizedImages.TrainCount = null;
        using var other = new SizedNet();
        other.Load(path);
        Assert.Equal(expected, other.Predict(pixels));
        Assert.True(double.IsFinite(other.Evaluate().Loss));
        other.Epochs = 8;
        Assert.Contains("no training split", Assert.Throws<DataException>(() => other.Train()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Predictions_are_those_of_the_data_that_it_was_trained_on()
    {
        double accuracy;
        using (var first = new SizedNet { Epochs = 12 })
        {
            first.Train();
            accuracy = first.Evaluate().Accuracy;
            first.Save(path);
        }

        Assert.InRange(accuracy, 0.8, 1);
        SizedImages.Brightness = 120;
        using var other = new SizedNet();
        Assert.True(double.IsFinite(other.Evaluate().Loss));
        other.Load(path);
        Assert.Equal(accuracy, other.Evaluate().Accuracy);
    }

    [Fact]
    public void The_optimisers_state_bears_its_name()
    {
        SaveAt(13);
        using var reader = SafeTensors.Open(path);
        Assert.Equal(
            ["1.bias", "1.weight", "3.bias", "3.weight", "normalization.deviation", "normalization.mean", "optimizer.sgd.velocity.1.bias", "optimizer.sgd.velocity.1.weight", "optimizer.sgd.velocity.3.bias", "optimizer.sgd.velocity.3.weight"],
            reader.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Another_optimisers_state_is_never_taken_for_this_ones()
    {
        SaveAt(13);
        var writer = new SafeTensorsWriter();
        using (var reader = SafeTensors.Open(path))
        {
            foreach (var (key, value) in reader.Metadata.Where(entry => entry.Key != SafeTensors.ChecksumKey))
                writer.AddMetadata(key, key == "regimen.recipe" ? value.Replace("Sgd(Nesterov = false)", "AdamW", StringComparison.Ordinal) : value);
            foreach (var entry in reader.Entries)
            {
                var bytes = new byte[entry.ByteCount];
                entry.CopyTo(bytes);
                writer.Add(entry.Name.Replace("sgd.velocity", "adamw.mean", StringComparison.Ordinal), entry.Type, entry.Shape.AsSpan(), bytes);
            }
        }

        writer.AddChecksum().Write(path);
        using var experiment = new SizedNet();
        experiment.Load(path);
        Assert.All(ModelState.Read(StateOf(experiment).Slots[0]), velocity => Assert.Equal(0, velocity));
        Assert.Contains("it trained with AdamW, which the experiment does not", Assert.Throws<CheckpointException>(() => experiment.Train()).Message, StringComparison.Ordinal);
    }

    [System.Runtime.CompilerServices.UnsafeAccessor(System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = "get_State")]
    private static extern ModelState StateOf(Experiment experiment);

    private static void Reset() => (SizedImages.TrainCount, SizedImages.Brightness) = (65, 0);

    private void SaveAt(int step)
    {
        using var experiment = new SizedNet { LogEvery = 1 };
        using var stop = new CancellationTokenSource();
        experiment.StepCompleted += progress =>
        {
            if (progress.Step == step)
                stop.Cancel();
        };
        experiment.Train(stop.Token);
        experiment.Save(path);
    }
}
