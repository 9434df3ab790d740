using Regimen.Torch;
using Regimen.Training;

namespace Regimen.Parity;

/// <summary>Runs an experiment step by step.</summary>
internal static class ProductRun
{
    /// <summary>Trains for the given number of steps, then cancels.</summary>
    /// <param name="experiment">Its <see cref="Experiment.LogEvery"/> must be 1.</param>
    /// <param name="steps">From where it stands.</param>
    /// <param name="afterStep">Gets the loss of the step alone, and its progress.</param>
    public static void Steps(Experiment experiment, int steps, Action<double, StepProgress> afterStep)
    {
        using var cancellation = new CancellationTokenSource();
        var left = steps;
        void OnStep(StepProgress progress)
        {
            afterStep(ExperimentAccess.Program(experiment).Statistics.Read().LastLoss, progress);
            if (--left == 0)
                cancellation.Cancel();
        }

        experiment.StepCompleted += OnStep;
        experiment.Train(cancellation.Token);
        experiment.StepCompleted -= OnStep;
        Assert.Equal(0, left);
    }

    /// <summary>Takes one step and returns its loss and gradients, in preorder.</summary>
    public static (double Loss, double[] Gradients) Gradients(Experiment experiment)
    {
        var result = double.NaN;
        Steps(experiment, 1, (loss, _) => result = loss);
        var state = ExperimentAccess.State(experiment);
        return (result, PreorderParameters.Arrange(state.Layout, ModelState.Read(state.Gradients)));
    }

    /// <summary>The parameters in preorder.</summary>
    public static double[] Weights(Experiment experiment)
    {
        var state = ExperimentAccess.State(experiment);
        return PreorderParameters.Arrange(state.Layout, ModelState.Read(state.Values));
    }

    /// <summary>The running statistics in preorder.</summary>
    public static double[] Buffers(Experiment experiment)
    {
        var state = ExperimentAccess.State(experiment);
        return PreorderParameters.ArrangeBuffers(state.Layout, ModelState.Read(state.Buffers));
    }

    /// <summary>The logits of the test split, batch by batch.</summary>
    public static double[] Logits(Experiment experiment)
    {
        var images = ExperimentAccess.Data(experiment).Test;
        var program = ExperimentAccess.Program(experiment);
        using var batch = new MiniBatch(ExperimentAccess.BatchSize(experiment));
        var logits = new List<double>();
        foreach (var positions in Enumerable.Range(0, images.Count).Chunk(batch.Capacity))
        {
            batch.Take(images, positions);
            logits.AddRange(ModelState.Read(program.Infer(batch)));
        }

        return [.. logits];
    }
}
