using System.Diagnostics;
using Regimen.Randomness;

namespace Regimen.Training;

/// <summary>
/// The bookkeeping of a run around the generated loop: which samples come next, progress, divergence, cancellation, metrics and checkpoints.
/// A position is (epoch, batch, step); everything random is a function of it, so a run continues exactly from any position.
/// </summary>
public sealed class TrainingRun
{
    private readonly Experiment experiment;
    private readonly TrainingProgram program;
    private readonly CancellationToken cancellation;
    private readonly int[] order;
    private readonly bool shuffle;
    private readonly List<EpochMetrics> rows = [];
    private readonly long started = Stopwatch.GetTimestamp();
    private long epochStarted;
    private long imagesSinceStart;
    private long imagesSinceRead;
    private int stepsSinceRead;
    private double imagesPerSecond;
    private bool entered;

    internal TrainingRun(Experiment experiment, TrainingProgram program, LabeledImages images, MiniBatch batch, int batchSize, bool shuffle, CancellationToken cancellation)
    {
        this.experiment = experiment;
        this.program = program;
        this.shuffle = shuffle;
        this.cancellation = cancellation;
        Images = images;
        Current = batch;
        BatchSize = batchSize;
        order = new int[images.Count];
        StepsPerEpoch = (images.Count + batchSize - 1) / batchSize;
        TotalSteps = (long)experiment.Epochs * StepsPerEpoch;
    }

    /// <summary>The training split.</summary>
    public LabeledImages Images { get; }

    /// <summary>The samples of the current step.</summary>
    public MiniBatch Current { get; }

    /// <summary>Samples per step; the last of an epoch may have fewer.</summary>
    public int BatchSize { get; }

    /// <summary>T / epochs.</summary>
    public int StepsPerEpoch { get; }

    /// <summary>T, all steps of the run.</summary>
    public long TotalSteps { get; }

    /// <summary>The current epoch, from 0.</summary>
    public int Epoch => experiment.Position.Epoch;

    /// <summary>The current batch of the epoch, from 0.</summary>
    public int Batch => experiment.Position.Batch;

    /// <summary>t, optimiser steps done.</summary>
    public long Step => experiment.Position.Step;

    /// <summary>Whether the run was asked to stop.</summary>
    public bool IsCancelled => cancellation.IsCancellationRequested;

    /// <summary>Exponentially weighted share of wrong answers, each step counting a fiftieth; 1 before the first step.</summary>
    public double RunningTrainError => experiment.Position.RunningError;

    /// <summary>W: the planned number of warm-up steps, or the step at which an earlier end was called.</summary>
    public long WarmupSteps(long planned) => experiment.Position.WarmupEnd is { } end ? Math.Min(end, planned) : planned;

    /// <summary>Ends the warm-up at the current step, once and for all of the run.</summary>
    public void EndWarmup()
    {
        if (experiment.Position.WarmupEnd is null)
            experiment.Position = experiment.Position with { WarmupEnd = Step };
    }

    /// <summary>Enters the next unfinished epoch, or says that the run is over or cancelled.</summary>
    public bool NextEpoch()
    {
        if (Epoch >= experiment.Epochs || IsCancelled)
            return false;
        SampleOrder.Fill(order, experiment.Key, Epoch, shuffle);
        if (Batch == 0)
            program.Statistics.Restore(0, 0);
        epochStarted = Stopwatch.GetTimestamp();
        imagesSinceStart = 0;
        return true;
    }

    /// <summary>Takes the next batch into <see cref="Current"/>, or says that the epoch is over or the run cancelled.</summary>
    public bool NextBatch()
    {
        if (Batch >= StepsPerEpoch || IsCancelled)
            return false;
        var start = Batch * BatchSize;
        Current.Take(Images, order.AsSpan(start, Math.Min(BatchSize, order.Length - start)));
        entered = true;
        return true;
    }

    /// <summary>Counts the step just taken; at logging points reports progress.</summary>
    /// <param name="rate">The step's rate.</param>
    /// <exception cref="DivergenceException">The loss is no longer finite.</exception>
    public void CompleteStep(double rate)
    {
        if (!entered)
            throw new InvalidOperationException("CompleteStep was called without a batch.");
        entered = false;
        imagesSinceStart += Current.Count;
        imagesSinceRead += Current.Count;
        stepsSinceRead++;
        var position = experiment.Position;
        var logging = (position.Batch + 1) % experiment.LogEvery == 0 || position.Batch + 1 == StepsPerEpoch;

        // A run that is about to stop reads the sums too, so that its checkpoint holds them.
        if (program.Statistics.OnHost || logging || IsCancelled)
        {
            var (lossSum, correctSum, last) = program.Statistics.Read();
            if (!double.IsFinite(last))
                throw Diverged(position, "loss", last, rate);
            var wrong = 1 - ((correctSum - position.CorrectSum) / imagesSinceRead);
            var weight = 1 - Math.Pow(0.98, stepsSinceRead);
            imagesSinceRead = 0;
            stepsSinceRead = 0;
            position = position with { CorrectSum = correctSum, LossSum = lossSum, RunningError = position.RunningError + (weight * (wrong - position.RunningError)) };
        }

        position = position with { Batch = position.Batch + 1, Step = position.Step + 1, Rate = rate };
        experiment.Position = position;
        if (logging)
        {
            var seen = SeenInEpoch(position.Batch);
            imagesPerSecond = imagesSinceStart / Math.Max(1e-9, Stopwatch.GetElapsedTime(epochStarted).TotalSeconds);
            experiment.Report(new StepProgress(position.Epoch, position.Batch, StepsPerEpoch, position.Step, position.LossSum / seen, position.CorrectSum / seen, rate, imagesPerSecond));
        }
    }

    /// <summary>Whether every batch of the epoch was trained on.</summary>
    public bool EpochIsComplete => Batch >= StepsPerEpoch;

    /// <summary>Closes the epoch: records its metrics and writes the checkpoint.</summary>
    /// <exception cref="DivergenceException">The test loss is not finite: the epoch's last step spoilt the weights.</exception>
    public void CompleteEpoch(EvaluationResult test)
    {
        var position = experiment.Position;
        if (!double.IsFinite(test.Loss))
            throw Diverged(position with { Step = position.Step - 1, Batch = position.Batch - 1 }, "test loss after it", test.Loss, position.Rate);
        var (lossSum, correctSum, _) = program.Statistics.Read();
        var metrics = new EpochMetrics(
            position.Epoch,
            position.Step,
            lossSum / Images.Count,
            correctSum / Images.Count,
            test.Loss,
            test.Accuracy,
            position.Rate,
            imagesPerSecond,
            Stopwatch.GetElapsedTime(started).TotalSeconds);
        rows.Add(metrics);
        experiment.Position = position with { Epoch = position.Epoch + 1, Batch = 0, LossSum = 0, CorrectSum = 0 };
        experiment.Report(metrics);
    }

    internal TrainingResult Result() => new(rows, Step, IsCancelled && Epoch < experiment.Epochs, Stopwatch.GetElapsedTime(started));

    private int SeenInEpoch(int batches) => Math.Min(batches * BatchSize, Images.Count);

    private DivergenceException Diverged(RunPosition position, string what, double loss, double rate)
    {
        experiment.MarkDiverged();
        var cause = position.Step == 0
            ? "The very first loss is not finite, so the input or the starting weights are not: check the data, [Normalize] (a standard deviation near 0?) and any weights that were loaded."
            : $"The rate at this step was {rate:G4}. Likely cause: the rate is too high for this network; try a tenth of it, a longer [Warmup], or a normalisation after each product.";
        var kept = experiment.RunFolder is { } folder && File.Exists(folder.CheckpointPath)
            ? $" The last good checkpoint is kept: {folder.CheckpointPath}."
            : " No checkpoint was written, because no run folder was given.";
        return new DivergenceException(
            $"Training diverged at step {position.Step} (epoch {position.Epoch + 1}, batch {position.Batch + 1}): the {what} is {loss}. {cause}{kept}",
            position.Step,
            loss);
    }
}

/// <summary>Where a run stands: what a checkpoint must hold besides the weights.</summary>
internal readonly record struct RunPosition(
    int Epoch,
    int Batch,
    long Step,
    double LossSum,
    double CorrectSum,
    double RunningError,
    long? WarmupEnd,
    double Rate)
{
    public static RunPosition Start { get; } = new(0, 0, 0, 0, 0, 1, null, 0);
}
