namespace Regimen.Training.Tests;

/// <summary>Saving, predicting and disposing on other threads than the one that trains: right, or a clear exception.</summary>
public sealed class ConcurrencyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("regimen").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Whatever_is_saved_during_training_goes_on_to_the_same_bits()
    {
        using var whole = new TinyNet { Epochs = 30 };
        whole.Train();
        var expected = Weights.Of(whole);

        var saved = 0;
        using (var experiment = new TinyNet { Epochs = 30 })
        {
            var training = Task.Run(() => experiment.Train());
            while (!training.IsCompleted && saved < 25)
            {
                experiment.Save(Path.Combine(folder, $"{saved++}"));
                Thread.Sleep(saved % 3);
            }

            await training;
            Assert.Equal(expected, Weights.Of(experiment));
        }

        Assert.InRange(saved, 2, 25);
        for (var index = 0; index < saved; index++)
        {
            using var other = new TinyNet();
            other.Load(Path.Combine(folder, $"{index}"));
            other.Epochs = 30;
            if (index < saved - 1 || CanGoOn(other))
                other.Train();
            Assert.Equal(expected, Weights.Of(other));
        }
    }

    [Fact]
    public void Whatever_a_handler_saves_goes_on_to_the_same_bits()
    {
        using var whole = new EarlyWarmup();
        whole.Train();
        using (var experiment = new EarlyWarmup { LogEvery = 1 })
        {
            experiment.StepCompleted += progress => experiment.Save(Path.Combine(folder, $"{progress.Step}"));
            experiment.Train();
        }

        // Among them the step that ends the warm-up early.
        for (var step = 1; step < 100; step += 1)
        {
            using var other = new EarlyWarmup();
            other.Load(Path.Combine(folder, $"{step}"));
            other.Train();
            Assert.Equal(Weights.Of(whole), Weights.Of(other));
        }
    }

    [Fact]
    public void A_handler_may_wait_for_another_thread_that_saves()
    {
        using var experiment = new TinyNet { Epochs = 1, LogEvery = 1 };
        var steps = 0;
        experiment.StepCompleted += _ =>
        {
            Assert.True(Task.Run(() => experiment.Save(Path.Combine(folder, "a"))).Wait(TimeSpan.FromSeconds(60)));
            steps++;
        };
        experiment.Train();
        Assert.Equal(5, steps);
    }

    [Fact]
    public async Task A_stream_of_saves_does_not_stop_the_training()
    {
        using var experiment = new TinyNet { Epochs = 2 };
        using var stop = new CancellationTokenSource();
        var savers = Enumerable.Range(0, 3).Select(saver => Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
                experiment.Save(Path.Combine(folder, $"{saver}"));
        })).ToArray();
        Assert.False(experiment.Train().Cancelled);
        stop.Cancel();
        await Task.WhenAll(savers);
    }

    [Fact]
    public void Savers_of_one_path_all_succeed()
    {
        using var experiment = new OtherNet();
        var path = Path.Combine(folder, "a");
        Parallel.For(0, 100, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ => experiment.Save(path));
        using var other = new OtherNet();
        other.Load(path);
        Assert.Equal([path], Directory.GetFiles(folder));
    }

    [Fact]
    public async Task Saving_while_another_thread_disposes_is_right_or_says_so()
    {
        var refused = 0;
        for (var turn = 0; turn < 40; turn++)
        {
            var experiment = new OtherNet();
            experiment.Evaluate();
            var path = Path.Combine(folder, $"{turn}");
            var saver = Task.Run(() =>
            {
                try
                {
                    while (true)
                        experiment.Save(path);
                }
                catch (ObjectDisposedException)
                {
                    Interlocked.Increment(ref refused);
                }
            });
            Thread.Sleep(turn % 5);
            experiment.Dispose();
            await saver.WaitAsync(TimeSpan.FromSeconds(60));
        }

        Assert.Equal(40, refused);
    }

    [Fact]
    public async Task Disposing_predicting_and_loading_while_it_trains_say_so()
    {
        var experiment = new TinyNet { Epochs = 100_000 };
        using var stop = new CancellationTokenSource();
        using var started = new ManualResetEventSlim();
        experiment.LogEvery = 1;
        experiment.StepCompleted += _ => started.Set();
        var training = Task.Run(() => experiment.Train(stop.Token));
        started.Wait();
        experiment.Save(Path.Combine(folder, "a"));
        Assert.Contains("Cancel it", Assert.Throws<InvalidOperationException>(experiment.Dispose).Message, StringComparison.Ordinal);
        Assert.Contains("already training", Assert.Throws<InvalidOperationException>(() => experiment.Predict(new byte[64])).Message, StringComparison.Ordinal);
        Assert.Contains("already training", Assert.Throws<InvalidOperationException>(() => experiment.Load(Path.Combine(folder, "a"))).Message, StringComparison.Ordinal);
        Assert.Contains("already training", Assert.Throws<InvalidOperationException>(experiment.Restart).Message, StringComparison.Ordinal);
        stop.Cancel();
        Assert.True((await training).Cancelled);
        experiment.Dispose();
    }

    private static bool CanGoOn(TinyNet experiment)
    {
        try
        {
            experiment.Prepare();
            return true;
        }
        catch (InvalidOperationException finished) when (finished.Message.Contains("is finished", StringComparison.Ordinal))
        {
            return false;
        }
    }
}
