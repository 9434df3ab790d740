using System.Runtime.CompilerServices;
using static Regimen.Layers;

namespace Regimen.Training.Tests;

/// <summary>Memory follows the data, is refused before it is reserved, and is given back.</summary>
public sealed class MemoryTests
{
    [Fact]
    public void A_batch_larger_than_any_data_takes_memory_for_the_data_alone()
    {
        using var experiment = new WholeBatchNet();
        using var small = new OneStepNet { Epochs = 2 };
        var result = experiment.Train();
        Assert.Equal(2, result.Steps);
        Assert.Equal(TinyImages.TrainCount, Batch(experiment)!.Capacity);

        // Batches of 128 hold all 70 images too, so the two are the same run.
        small.Train();
        Assert.Equal(ModelState.Read(State(small).Values), ModelState.Read(State(experiment).Values));
    }

    [Fact]
    public void Predictions_take_memory_for_the_images_given()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using (var first = new WholeBatchNet())
            first.Save(path);
        using var experiment = new WholeBatchNet();
        experiment.Load(path);
        File.Delete(path);
        Assert.Equal(4, experiment.Predict(new byte[64]).Length);
        Assert.Equal(1, Batch(experiment)!.Capacity);
        Assert.Equal(4 * 40, experiment.Predict(new byte[64 * 40]).Length);
        Assert.Equal(40, Batch(experiment)!.Capacity);
    }

    [Fact]
    public void What_no_machine_holds_is_refused_and_the_experiment_lives_on()
    {
        using var experiment = new WideNet();
        using var images = LabeledImages.Create(new byte[64 * 1_000_000], new byte[1_000_000], 1, 8, 8, 4);
        var message = Assert.Throws<InvalidOperationException>(() => experiment.Evaluate(images)).Message;
        Assert.Contains("of a batch of 1000000 samples would take ", message, StringComparison.Ordinal);
        Assert.Contains("Choose a smaller BatchSize", message, StringComparison.Ordinal);
        Assert.True(double.IsFinite(experiment.Evaluate().Loss));
    }

    [Fact]
    public void Experiments_that_nobody_disposes_give_their_memory_back()
    {
        Drop(5);
        var before = Environment.WorkingSet;
        Drop(60);

        // Each holds 5 MB; a part of them may live on until the next collection.
        Assert.InRange(Environment.WorkingSet - before, long.MinValue, 100_000_000);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(int count)
    {
        for (var index = 0; index < count; index++)
        {
            Use();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Use() => Assert.True(double.IsFinite(new LargeNet().Evaluate().Loss));

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "batch")]
    private static extern ref MiniBatch? Batch(Experiment experiment);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_State")]
    private static extern ModelState State(Experiment experiment);
}

/// <summary>As <see cref="OneStepNet"/>, in batches that no data fills.</summary>
[Experiment, Data<TinyImages>(BatchSize = int.MaxValue), Epochs(2), Sgd(LearningRate = 0.05)]
public partial class WholeBatchNet
{
    private static Layer Network() => Sequential(Flatten(), Linear(13), ReLU(), Linear(4));
}

/// <summary>100,000 values per image between its layers.</summary>
[Experiment, Data<TinyImages>(BatchSize = 1_000_000), Epochs(1), Sgd]
public partial class WideNet
{
    private static Layer Network() => Sequential(Conv2d(1_600, kernel: 3, padding: 1), ReLU(), GlobalAveragePool2d(), Linear(4));
}

/// <summary>Some 5 MB of parameters, gradients and velocities.</summary>
[Experiment, Data<TinyImages>(BatchSize = 64), Epochs(1), Sgd]
public partial class LargeNet
{
    private static Layer Network() => Sequential(Flatten(), Linear(6_000), ReLU(), Linear(4));
}
