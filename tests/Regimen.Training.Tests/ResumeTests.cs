namespace Regimen.Training.Tests;

/// <summary>A run that is stopped anywhere and continued ends bit for bit as one that was not.</summary>
public sealed class ResumeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(13)]
    public void Cancelled_at_a_step_and_loaded_into_a_new_experiment(int step)
    {
        using var whole = new TinyNet();
        whole.Train();

        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using (var first = new TinyNet { LogEvery = 1 })
        {
            using var stop = new CancellationTokenSource();
            first.StepCompleted += progress => Cancel(stop, progress.Step == step);
            var result = first.Train(stop.Token);
            Assert.True(result.Cancelled);
            Assert.Equal(step, result.Steps);
            first.Save(path);
        }

        using var second = new TinyNet();
        second.Load(path);
        Assert.False(second.Train().Cancelled);
        File.Delete(path);
        Assert.Equal(Weights.Of(whole), Weights.Of(second));
    }

    [Fact]
    public void Settings_that_differ_from_the_declaration_go_on_too()
    {
        static TinyNet Adjusted() => new() { LogEvery = 1, Seed = 11, Epochs = 3, LearningRate = 0.02, MixupAlpha = 0.7, LabelSmoothing = 0.05, WarmupEpochs = 0.5 };
        using var whole = Adjusted();
        whole.Train();

        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using (var first = Adjusted())
        {
            using var stop = new CancellationTokenSource();
            first.StepCompleted += progress => Cancel(stop, progress.Step == 7);
            first.Train(stop.Token);
            first.Save(path);
        }

        using var second = new TinyNet();
        second.Load(path);
        Assert.Equal((11, 3, 0.02, 0.7, 0.05, 0.5), (second.Seed, second.Epochs, second.LearningRate, second.MixupAlpha, second.LabelSmoothing, second.WarmupEpochs));
        second.Train();
        File.Delete(path);
        Assert.Equal(Weights.Of(whole), Weights.Of(second));
    }

    [Fact]
    public void The_run_folder_says_what_was_run()
    {
        var root = Directory.CreateTempSubdirectory("regimen").FullName;
        using (var folder = RunFolder.Create(root, nameof(TinyNet)))
        {
            using var experiment = new TinyNet { RunFolder = folder, LearningRate = 0.02, Epochs = 1 };
            experiment.Train();
            using var settings = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Path, "settings.json")));
            Assert.Equal(nameof(TinyNet), settings.RootElement.GetProperty("Experiment").GetString());
            Assert.Equal(16, settings.RootElement.GetProperty("BatchSize").GetInt32());
            Assert.Equal(0.02, settings.RootElement.GetProperty("LearningRate").GetDouble());
            Assert.Equal(1, settings.RootElement.GetProperty("Epochs").GetInt32());
        }

        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public void Continued_in_the_same_experiment()
    {
        using var whole = new TinyNet();
        whole.Train();
        using var stopped = new TinyNet { LogEvery = 1 };
        using var stop = new CancellationTokenSource();
        stopped.StepCompleted += progress => Cancel(stop, progress.Step == 6);
        stopped.Train(stop.Token);
        stopped.Train();
        Assert.Equal(Weights.Of(whole), Weights.Of(stopped));
    }

    [Fact]
    public void The_run_folder_has_a_checkpoint_of_the_cancelled_position()
    {
        var root = Directory.CreateTempSubdirectory("regimen").FullName;
        using var folder = RunFolder.Create(root, nameof(TinyNet));
        using var experiment = new TinyNet { LogEvery = 1, RunFolder = folder };
        using var stop = new CancellationTokenSource();
        experiment.StepCompleted += progress => Cancel(stop, progress.Step == 8);
        experiment.Train(stop.Token);
        using var other = new TinyNet();
        other.Load(folder.CheckpointPath);
        Assert.Equal(Weights.Of(experiment), Weights.Of(other));
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public void A_finished_experiment_trains_anew()
    {
        using var experiment = new TinyNet();
        experiment.Train();
        var first = Weights.Of(experiment);
        experiment.Train();
        Assert.Equal(first, Weights.Of(experiment));
    }

    [Fact]
    public void An_early_end_of_the_warmup_survives_a_checkpoint()
    {
        using var whole = new EarlyWarmup { LogEvery = 1 };
        var rates = new List<double>();
        whole.StepCompleted += progress => rates.Add(progress.LearningRate);
        whole.Train();
        var end = rates.FindIndex(rate => rate > 0.2 * 0.05 + 1e-12);
        Assert.InRange(end, 1, 74);

        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using (var first = new EarlyWarmup { LogEvery = 1 })
        {
            using var stop = new CancellationTokenSource();
            first.StepCompleted += progress => Cancel(stop, progress.Step == end + 2);
            first.Train(stop.Token);
            first.Save(path);
        }

        using var second = new EarlyWarmup();
        second.Load(path);
        second.Train();
        File.Delete(path);
        Assert.Equal(Weights.Of(whole), Weights.Of(second));
    }

    private static void Cancel(CancellationTokenSource stop, bool now)
    {
        if (now)
            stop.Cancel();
    }
}
