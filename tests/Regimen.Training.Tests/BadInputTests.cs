namespace Regimen.Training.Tests;

/// <summary>What goes wrong says what happened, where and what to do.</summary>
public sealed class BadInputTests
{
    [Fact]
    public void A_checkpoint_of_another_network_is_refused_and_changes_nothing()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var other = new OtherNet();
        other.Save(path);
        using var experiment = new TinyNet();
        var before = Weights.Of(experiment);
        var problem = Assert.Throws<CheckpointException>(() => experiment.Load(path));
        Assert.Contains("another network", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Flatten", problem.Message, StringComparison.Ordinal);
        Assert.Contains(path, problem.Message, StringComparison.Ordinal);
        Assert.Equal(before, Weights.Of(experiment));
        File.Delete(path);
    }

    [Fact]
    public void A_file_that_is_no_checkpoint_is_refused()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(path, "not a checkpoint");
        using var experiment = new TinyNet();
        Assert.Contains(path, Assert.Throws<CheckpointException>(() => experiment.Load(path)).Message, StringComparison.Ordinal);
        File.Delete(path);
    }

    [Fact]
    public void A_truncated_checkpoint_is_refused_and_changes_nothing()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var experiment = new TinyNet();
        experiment.Save(path);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^100]);
        var before = Weights.Of(experiment);
        Assert.Throws<CheckpointException>(() => experiment.Load(path));
        Assert.Equal(before, Weights.Of(experiment));
        File.Delete(path);
    }

    [Fact]
    public void A_run_that_diverges_says_step_and_cause_and_keeps_the_last_good_checkpoint()
    {
        var root = Directory.CreateTempSubdirectory("regimen").FullName;
        using var folder = RunFolder.Create(root, nameof(OtherNet));
        using var experiment = new OtherNet { LearningRate = 0.01, Epochs = 1, RunFolder = folder };
        experiment.Train();
        var good = Weights.Of(experiment);

        experiment.Epochs = 50;
        experiment.LearningRate = 1e20;
        var problem = Assert.Throws<DivergenceException>(() => experiment.Train());
        Assert.InRange(problem.Step, 5, 250);
        Assert.Contains(FormattableString.Invariant($"step {problem.Step} (epoch {problem.Step / 5}, batch {problem.Step % 5}, all counted from 0)"), problem.Message, StringComparison.Ordinal);
        Assert.Contains("rate is too high", problem.Message, StringComparison.Ordinal);
        Assert.Contains(folder.CheckpointPath, problem.Message, StringComparison.Ordinal);

        // Trying again must not overwrite what was kept.
        Assert.Contains("Restart()", Assert.Throws<InvalidOperationException>(() => experiment.Train()).Message, StringComparison.Ordinal);
        using var restored = new OtherNet();
        restored.Load(folder.CheckpointPath);
        Assert.Equal((50, 1e20), (restored.Epochs, restored.LearningRate));
        (restored.Epochs, restored.LearningRate) = (1, 0.01);
        Assert.Equal(good, Weights.Of(restored));
        Assert.True(double.IsFinite(restored.Evaluate().Loss));
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public void A_setting_that_no_property_can_hold_is_refused_before_anything_is_restored()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var experiment = new OtherNet { Epochs = 1 };
        experiment.Save(path);
        var before = Weights.Of(experiment);
        foreach (var (right, wrong) in new[] { ("Epochs=1", "Epochs=X"), ("Seed=1", "Seed=."), ("LearningRate=0.05", "LearningRate=NaN ") })
        {
            var bytes = File.ReadAllBytes(path);
            var at = bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(right));
            Assert.True(at > 0, right);
            System.Text.Encoding.ASCII.GetBytes(wrong).CopyTo(bytes, at);
            var changed = path + ".changed";
            File.WriteAllBytes(changed, bytes);
            Assert.Throws<CheckpointException>(() => experiment.Load(changed));
            File.Delete(changed);
        }

        Assert.Equal(before, Weights.Of(experiment));
        File.Delete(path);
    }

    [Theory]
    [InlineData(0, 0.9, "Epochs is 0")]
    [InlineData(3, 1.5, "Momentum is 1.5")]
    public void A_setting_out_of_range_is_named(int epochs, double momentum, string message)
    {
        using var experiment = new TinyNet { Epochs = epochs, Momentum = momentum };
        Assert.Contains(message, Assert.Throws<InvalidOperationException>(() => experiment.Train()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Predicting_takes_whole_images_only()
    {
        using var experiment = new TinyNet();
        Assert.Contains("65 bytes", Assert.Throws<ArgumentException>(() => experiment.Predict(new byte[65])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_of_another_shape_are_refused()
    {
        using var experiment = new TinyNet();
        using var images = LabeledImages.Create(new byte[2 * 49], [0, 1], 1, 7, 7, 4);
        Assert.Contains("7", Assert.Throws<ArgumentException>(() => experiment.Evaluate(images)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_experiment_does_one_thing_at_a_time()
    {
        using var experiment = new TinyNet { LogEvery = 1 };
        InvalidOperationException? problem = null;
        experiment.StepCompleted += _ => problem ??= Assert.Throws<InvalidOperationException>(() => experiment.Evaluate());
        experiment.Train();
        Assert.Contains("already training", problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_update_that_spoils_the_weights_on_the_last_step_is_noticed_before_the_checkpoint()
    {
        var root = Directory.CreateTempSubdirectory("regimen").FullName;
        using var folder = RunFolder.Create(root, nameof(OneStepNet));
        using var experiment = new OneStepNet { RunFolder = folder, LearningRate = 1e38 };
        Assert.Contains("test loss", Assert.Throws<DivergenceException>(() => experiment.Train()).Message, StringComparison.Ordinal);
        using var restored = new OneStepNet();
        restored.Load(folder.CheckpointPath);
        Assert.True(double.IsFinite(restored.Evaluate().Loss));
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public void NaN_passes_through_relu_and_pooling()
    {
        foreach (var mode in new[] { KernelMode.Automatic, KernelMode.Operators })
        {
            using var experiment = new PoolNet { Kernels = mode };
            experiment.Spoil();
            Assert.Equal(0, Assert.Throws<DivergenceException>(() => experiment.Train()).Step);
        }
    }

    [Fact]
    public void An_experiment_is_not_disposed_while_it_trains()
    {
        using var experiment = new TinyNet { LogEvery = 1 };
        InvalidOperationException? problem = null;
        experiment.StepCompleted += _ => problem ??= Assert.Throws<InvalidOperationException>(experiment.Dispose);
        experiment.Train();
        Assert.Contains("Cancel it", problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_position_inside_an_epoch_needs_the_same_batch_size()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var experiment = new OtherNet { LogEvery = 1 };
        using var stop = new CancellationTokenSource();
        experiment.StepCompleted += _ => stop.Cancel();
        experiment.Train(stop.Token);
        experiment.Save(path);
        using var other = new OneStepNet();
        other.Load(path);
        other.Epochs = 2;
        Assert.Contains("its batches had 16 samples, the experiment's have 128", Assert.Throws<CheckpointException>(() => other.Train()).Message, StringComparison.Ordinal);
        File.Delete(path);
    }

    [Fact]
    public void A_loaded_finished_run_is_not_thrown_away()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var first = new OtherNet();
        first.Train();
        first.Save(path);
        using var second = new OtherNet();
        second.Load(path);
        Assert.Contains("Restart()", Assert.Throws<InvalidOperationException>(() => second.Train()).Message, StringComparison.Ordinal);
        Assert.Equal(Weights.Of(first), Weights.Of(second));
        second.Epochs = 3;
        Assert.Single(second.Train().Epochs);
        File.Delete(path);
    }

    [Fact]
    public void A_disposed_experiment_is_not_used_again()
    {
        var experiment = new TinyNet();
        experiment.Evaluate();
        experiment.Dispose();
        experiment.Dispose();
        Assert.Throws<ObjectDisposedException>(() => experiment.Evaluate());
    }

    [Fact]
    public void A_gpu_is_refused_before_anything_is_made()
    {
        using var experiment = new TinyNet { Device = Regimen.Torch.Device.Cuda };
        var refusal = Assert.Throws<InvalidOperationException>(() => experiment.Evaluate());
        Assert.Contains("CPU only", refusal.Message, StringComparison.Ordinal);
    }
}
