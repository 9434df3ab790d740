using Regimen.Kernels;
using Regimen.Torch;
using Regimen.Training;

namespace Regimen;

/// <content>What an experiment holds between two calls, how it is made, and what is checked before training changes it.</content>
public abstract partial class Experiment
{
    private ImageDataSet? data;
    private ModelState? state;
    private InputStage? input;
    private ChannelStatistics[]? normalization;
    private MiniBatch? batch;
    private TrainingProgram? program;
    private RunUnits? units;
    private string? spoilt;
    private bool loaded;

    internal RunPosition Position { get; set; } = RunPosition.Start;

    /// <summary>The checkpoint that this experiment wrote last; every one that it writes is good.</summary>
    internal string? LastGoodCheckpoint { get; private set; }

    /// <summary>The parameters and all other state, made on first use.</summary>
    protected ModelState State
    {
        get
        {
            if (program is null)
            {
                EnsureState();
                EnsureProgram(LargestSplit());
            }

            return state!;
        }
    }

    internal void Report(in StepProgress progress) => StepCompleted?.Invoke(progress);

    internal void Report(in EpochMetrics metrics, TrainingRun run)
    {
        RunFolder?.Append(metrics);
        WriteCheckpoint(run);
        EpochCompleted?.Invoke(metrics);
    }

    internal void MarkDiverged() => spoilt = "The last run diverged, and its weights are of no use. Load() the last good checkpoint, or Restart(), and train with a lower rate.";

    private EvaluationResult EvaluateHeld(LabeledImages images)
    {
        var (channels, height, width, classes) = InputShape;
        if ((images.Channels, images.Height, images.Width, images.Classes) != (channels, height, width, classes))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The images are [{images.Channels}, {images.Height}, {images.Width}] in {images.Classes} classes, but the experiment's data is [{channels}, {height}, {width}] in {classes}."),
                nameof(images));
        }

        EnsureProgram(images.Count);
        gate.Share();
        return Evaluator.Run(program!, batch!, images);
    }

    private void CheckBeforeTraining()
    {
        CheckSettings();
        EnsureState();
        if (spoilt is not null)
            throw new InvalidOperationException(spoilt);
        if (loaded && Position.Epoch >= Epochs)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"The loaded run is finished: {Position.Epoch} of {Epochs} epochs are done. Set Epochs higher to train on, or call Restart() to forget its weights and train anew."));
        }

        // A test split that is missing must not cost an epoch first.
        Data.LoadBoth();
        CheckSmallestBatch();
        if (Position.Step > 0 && Position.Epoch < Epochs)
            CheckUnits();
        EnsureProgram(LargestSplit());
    }

    /// <summary>A batch that is too small for the network is known before the first step; inside it, it would only show as a loss that is not finite.</summary>
    private void CheckSmallestBatch()
    {
        var (images, size, least) = (Data.Train.Count, BatchCapacity, Layout.LeastBatch);
        var last = images % size == 0 ? size : images % size;
        if (last >= least)
            return;
        throw new InvalidOperationException(FormattableString.Invariant(
            $"{images} training images in batches of {size} {(size == 1 ? "are batches" : "leave a last batch")} of one sample, on which a batch normalisation of single values can't train: its variance is 0. Choose another BatchSize, or leave one image out."));
    }

    private void CheckUnits()
    {
        var differences = units!.Differences(CurrentUnits()).ToList();
        var fresh = Normalization;
        if (!fresh.AsSpan().SequenceEqual(normalization))
            differences.Add($"it normalised pixels with {Text(normalization!)}, the experiment's data asks for {Text(fresh)}");
        if (differences.Count == 0)
            return;
        throw new CheckpointException(
            $"The run can't go on here, since its position would mean something else: {string.Join("; ", differences)}. Train it with what it began with, or call Restart() to train anew; Evaluate and Predict work as it is.");

        static string Text(ChannelStatistics[] statistics) =>
            string.Join(", ", statistics.Select(channel => FormattableString.Invariant($"mean {channel.Mean:G6} and deviation {channel.StandardDeviation:G6}")));
    }

    private RunUnits CurrentUnits() => new(Data.Train.Count, BatchCapacity, Layout.Recipe);

    /// <summary>A run that has taken no step yet takes its units and its normalisation from what is here.</summary>
    private void StartRun()
    {
        if (Position.Step > 0)
            return;
        UseNormalization(Normalization);
        units = CurrentUnits();
    }

    private void StartAnew()
    {
        state!.Initialize(Key);
        Position = RunPosition.Start;
        units = null;
    }

    private Snapshot TakeSnapshot()
    {
        using var reading = gate.Read(this, () => normalization is not null, () =>
        {
            EnsureState();
            EnsureNormalization();
        });
        CheckSettings();
        if (spoilt is not null)
            throw new InvalidOperationException(spoilt);
        return new Snapshot(state!, Position, units ?? new RunUnits(0, BatchCapacity, Layout.Recipe), Settings, normalization!);
    }

    private void WriteFirstCheckpoint() =>
        WriteCheckpoint(problem => new InvalidOperationException($"The weights can't be trained on: {problem}. Load() a good checkpoint, or Restart()."));

    private void WriteCheckpoint(TrainingRun run) =>
        WriteCheckpoint(problem => run.DivergedAfterStep("state after it", $"not finite: {problem}", double.NaN));

    /// <summary>Replaces the run folder's checkpoint, unless training could not go on from the new one.</summary>
    private void WriteCheckpoint(Func<string, Exception> refuse)
    {
        if (RunFolder is not { } folder)
            return;
        using var snapshot = new Snapshot(state!, Position, units!, Settings, normalization!);
        if (snapshot.Problem is { } problem)
            throw refuse(problem);
        snapshot.Write(folder.CheckpointPath);
        LastGoodCheckpoint = folder.CheckpointPath;
    }

    /// <summary>After an error: between two steps the work so far is saved; inside one the state is neither the old nor the new one.</summary>
    private void Rescue(TrainingRun run)
    {
        if (gate.IsChanging)
        {
            spoilt = "The last run ended with an error inside a step, which leaves the weights between two steps. Load() the last good checkpoint, or Restart().";
            return;
        }

        try
        {
            WriteCheckpoint(run);
        }
        catch (Exception error) when (error is CheckpointException or DivergenceException)
        {
            // The first error is the one to report.
        }
    }

    private int LargestSplit() => Math.Max(Data.Train.Count, Data.Test.Count);

    private void EnsureState()
    {
        if (state is not null)
            return;
        if (Device.Type != DeviceType.Cpu)
            throw new InvalidOperationException($"{GetType().Name} can't train on {Device}: the generated kernels run on the CPU only so far. Set Device to Device.Cpu.");
        LibTorch.KeepMemory();
        var fresh = Make(() => new ModelState(Layout, ElementType, Device));
        fresh.Initialize(Key);
        state = fresh;
    }

    private void EnsureNormalization()
    {
        if (normalization is null)
            UseNormalization(Normalization);
    }

    private void UseNormalization(ChannelStatistics[] statistics)
    {
        var (channels, height, width, _) = InputShape;
        if (input is null)
            input = new InputStage(channels, height, width, statistics);
        else
            input.Use(statistics);
        normalization = statistics;
    }

    /// <summary>Makes the program, or a larger one. Its memory follows the data: no batch is larger than the split that it is taken from.</summary>
    /// <param name="samples">Of the split.</param>
    private void EnsureProgram(int samples)
    {
        // The data comes first: it is what is most often missing, and then nothing is left behind.
        EnsureNormalization();
        EnsureState();
        var needed = Math.Min(BatchCapacity, samples);
        var present = program is null ? 0 : batch!.Capacity;
        if (present >= needed)
            return;

        // Twice as large at least, lest predictions of 1, 2, 3, … images make a program each.
        var capacity = (int)Math.Min(BatchCapacity, Math.Max(needed, 2L * present));
        ReleaseProgram();
        var fused = Kernels == KernelMode.Automatic;
        var table = Make(() => new MiniBatch(capacity));
        try
        {
            program = Make(() => CreateProgram(capacity, state!, input!, fused));
        }
        catch
        {
            table.Dispose();
            throw;
        }

        batch = table;
        program.Statistics.Restore(Position.LossSum, Position.CorrectSum);
    }

    private void ReleaseProgram()
    {
        program?.Dispose();
        batch?.Dispose();
        (program, batch) = (null, null);
    }

    private T Make<T>(Func<T> create)
    {
        try
        {
            return create();
        }
        catch
        {
            // What the constructor made before it threw belongs to nobody but its finalisers. It may be most of the memory, so it goes at once.
            GC.Collect();
            GC.WaitForPendingFinalizers();
            throw;
        }
    }
}
