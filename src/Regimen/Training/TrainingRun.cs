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
    private readonly AccessGate gate;
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
    private StepProgress? unreported;

    internal TrainingRun(Experiment experiment, AccessGate gate, TrainingProgram program, LabeledImages images, MiniBatch batch, int batchSize, bool shuffle, CancellationToken cancellation)
    {
        this.experiment = experiment;
        this.gate = gate;
        this.program = program;
        this.shuffle = shuffle;
        this.cancellation = cancellation;
        Images = images;
        Current = batch;
        BatchSize = batchSize;
        order = new int[images.Count];
        StepsPerEpoch = (int)(((long)images.Count + batchSize - 1) / batchSize);
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

    /// <summary>Takes the next batch into <see cref="Current"/>, or says that the epoch is over or the run cancelled. Between two steps, progress is reported and other threads may save.</summary>
    public bool NextBatch()
    {
        if (gate.IsAwaited)
            Settle();
        gate.Share();
        if (unreported is { } progress)
        {
            unreported = null;
            experiment.Report(progress);
        }

        gate.Claim();
        if (Batch >= StepsPerEpoch || IsCancelled)
        {
            // The checkpoint of a run that stops holds the sums.
            Settle();
            gate.Share();
            return false;
        }

        var start = Batch * BatchSize;
        Current.Take(Images, order.AsSpan(start, Math.Min(BatchSize, order.Length - start)));
        entered = true;
        return true;
    }

    /// <summary>Counts the step just taken; at logging points prepares the report of progress.</summary>
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
        if (program.Statistics.OnHost || logging)
            Settle(rate);
        position = experiment.Position;
        position = position with { Batch = position.Batch + 1, Step = position.Step + 1, Rate = rate };
        experiment.Position = position;
        if (!logging)
            return;

        // Reported when the step is whole: what follows in the loop may still change the state.
        var seen = SeenInEpoch(position.Batch);
        imagesPerSecond = imagesSinceStart / Math.Max(1e-9, Stopwatch.GetElapsedTime(epochStarted).TotalSeconds);
        unreported = new StepProgress(position.Epoch, position.Batch, StepsPerEpoch, position.Step, position.LossSum / seen, position.CorrectSum / seen, rate, imagesPerSecond);
    }

    /// <summary>Brings the sums since the last reading into the position.</summary>
    private void Settle(double? rateOfStep = null)
    {
        if (stepsSinceRead == 0)
            return;
        var position = experiment.Position;
        var (lossSum, correctSum, last) = program.Statistics.Read();
        if (!double.IsFinite(last))
            throw Diverged(rateOfStep is null ? Before(position) : position, "loss", last, rateOfStep ?? position.Rate);
        var wrong = 1 - ((correctSum - position.CorrectSum) / imagesSinceRead);
        var weight = 1 - Math.Pow(0.98, stepsSinceRead);
        imagesSinceRead = 0;
        stepsSinceRead = 0;
        experiment.Position = position with { CorrectSum = correctSum, LossSum = lossSum, RunningError = position.RunningError + (weight * (wrong - position.RunningError)) };
    }

    /// <summary>Whether every batch of the epoch was trained on.</summary>
    public bool EpochIsComplete => Batch >= StepsPerEpoch;

    /// <summary>Closes the epoch: records its metrics and writes the checkpoint.</summary>
    /// <exception cref="DivergenceException">The test loss is not finite: the epoch's last step spoilt the weights.</exception>
    public void CompleteEpoch(EvaluationResult test)
    {
        var position = experiment.Position;
        if (!double.IsFinite(test.Loss))
            throw DivergedAfterStep("test loss after it", FormattableString.Invariant($"{test.Loss}"), test.Loss);
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
        gate.Claim();
        experiment.Position = position with { Epoch = position.Epoch + 1, Batch = 0, LossSum = 0, CorrectSum = 0 };
        gate.Share();
        experiment.Report(metrics, this);
    }

    internal TrainingResult Result() => new(rows, Step, IsCancelled && Epoch < experiment.Epochs, Stopwatch.GetElapsedTime(started));

    /// <summary>What to throw where the last step left a state that nothing can go on from.</summary>
    internal DivergenceException DivergedAfterStep(string what, string value, double loss) => Diverged(Before(experiment.Position), what, loss, experiment.Position.Rate, value);

    private static RunPosition Before(RunPosition position) => position.Batch > 0
        ? position with { Step = position.Step - 1, Batch = position.Batch - 1 }
        : position;

    private long SeenInEpoch(int batches) => Math.Min((long)batches * BatchSize, Images.Count);

    private DivergenceException Diverged(RunPosition position, string what, double loss, double rate, string? value = null)
    {
        experiment.MarkDiverged();
        var cause = position.Step == 0
            ? "The very first loss is not finite, so the input or the starting weights are not: check the data, [Normalize] (a standard deviation near 0?) and any weights that were loaded."
            : FormattableString.Invariant($"The rate at this step was {rate:G4}. Likely cause: the rate is too high for this network; try a tenth of it, a longer [Warmup], or a normalisation after each product.");
        var kept = experiment.LastGoodCheckpoint is { } path
            ? $" The last good checkpoint is kept: {path}."
            : " No checkpoint was written, because no run folder was given.";
        return new DivergenceException(
            FormattableString.Invariant($"Training diverged at step {position.Step} (epoch {position.Epoch}, batch {position.Batch}, all counted from 0): the {what} is {value ?? FormattableString.Invariant($"{loss}")}. {cause}{kept}"),
            position.Step,
            loss);
    }
}
