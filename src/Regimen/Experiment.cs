using Regimen.Torch;
using Regimen.Training;

namespace Regimen;

/// <summary>
/// Base of every experiment: the generator derives the declared class from it and adds the scalars as properties, the training loop and the
/// network. One thread at a time trains, evaluates, predicts or loads, and a second one gets an exception; any thread may <see cref="Save"/>
/// at any time.
/// </summary>
public abstract partial class Experiment : IDisposable
{
    private readonly AccessGate gate = new();

    /// <summary>How often the training data is passed through.</summary>
    public abstract int Epochs { get; set; }

    /// <summary>Key of every random draw: initial weights (when they are next initialised), order, mixing and dropout (at once).</summary>
    public abstract int Seed { get; set; }

    /// <summary>Where to compute. Set it before the first use. Default the CPU.</summary>
    public Device Device
    {
        get;
        set => field = state is null ? value : throw new InvalidOperationException("The device can't change once the weights exist. Set Device right after making the experiment, or Save, and Load in a new one.");
    } = Device.Cpu;

    /// <summary>Fused kernels or their operator-by-operator twins. Set it before the first use.</summary>
    public KernelMode Kernels
    {
        get;
        set => field = state is null ? value : throw new InvalidOperationException("The kernels can't change once the weights exist. Set Kernels right after making the experiment.");
    }

    /// <summary>Steps between two reports of progress; each report reads the loss from the device. Default 50.</summary>
    public int LogEvery
    {
        get;
        set => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "LogEvery counts steps and must be at least 1.");
    } = 50;

    /// <summary>Where metrics and checkpoints go; none by default. The caller owns it.</summary>
    public RunFolder? RunFolder { get; set; }

    /// <summary>Raised at logging points, between two steps. <see cref="Save"/> may be called.</summary>
    public event Action<StepProgress>? StepCompleted;

    /// <summary>Raised after each epoch, its evaluation and its checkpoint. <see cref="Save"/> may be called.</summary>
    public event Action<EpochMetrics>? EpochCompleted;

    /// <summary>All that the network stores.</summary>
    public abstract ModelLayout Layout { get; }

    /// <summary>Files with the generated source, as the compiler wrote them; empty where it kept them in memory, or where they are no longer.</summary>
    public virtual IReadOnlyList<string> GeneratedFiles => [];

    /// <summary>The seed as the key of the counter-based generator.</summary>
    public ulong Key => unchecked((ulong)Seed);

    /// <summary>Trains from where the experiment stands: anew, or from a loaded or cancelled position on. An experiment that finished its own training starts anew.</summary>
    /// <param name="cancellation">Stops after the current step; the position is kept, and written to the run folder's checkpoint if there is one.</param>
    /// <returns>The metrics of the epochs that this call completed.</returns>
    /// <remarks>
    /// The run folder's checkpoint is replaced at the start, after each epoch and at a cancellation, each time by one that training can go on
    /// from: a state with a number that is not finite is never written. What a handler of an event throws passes through, after a checkpoint.
    /// </remarks>
    /// <exception cref="DivergenceException">The loss, or the state, is no longer finite.</exception>
    /// <exception cref="DataException">The data is missing, damaged or other than declared.</exception>
    /// <exception cref="CheckpointException">A checkpoint can't be written; or the loaded run was counted in other units (images, batch size, recipe), which the message lists.</exception>
    /// <exception cref="InvalidOperationException">A setting is out of its range, a batch would be too small or too large, a weight is not finite, or the experiment is in use.</exception>
    public TrainingResult Train(CancellationToken cancellation = default)
    {
        using var hold = gate.Enter(this);
        CheckBeforeTraining();
        if (Position.Epoch >= Epochs)
            StartAnew();
        StartRun();
        RunFolder?.WriteSettings(GetType().Name, Settings, BatchCapacity);
        var run = new TrainingRun(this, gate, program!, Data.Train, batch!, BatchCapacity, Shuffles, cancellation);
        gate.Share();
        WriteFirstCheckpoint();
        try
        {
            RunTraining(run, program!);
            loaded = false;
            if (run.IsCancelled)
                WriteCheckpoint(run);
        }
        catch (Exception problem) when (problem is not DivergenceException)
        {
            Rescue(run);
            throw;
        }

        return run.Result();
    }

    /// <summary>Does all that <see cref="Train"/> does before its first step: checks settings, data and units, and reserves memory. So what is missing is found before anything is written.</summary>
    /// <inheritdoc cref="Train" path="/exception"/>
    public void Prepare()
    {
        using var hold = gate.Enter(this);
        CheckBeforeTraining();
    }

    /// <summary>Forgets all training: weights as the seed starts them, position at the beginning, normalisation by the training split.</summary>
    public void Restart()
    {
        using var hold = gate.Enter(this);
        EnsureState();
        loaded = false;
        spoilt = null;
        normalization = null;
        StartAnew();
    }

    /// <summary>Evaluates on the test split.</summary>
    public EvaluationResult Evaluate()
    {
        using var hold = gate.Enter(this);
        return EvaluateHeld(Data.Test);
    }

    /// <summary>Evaluates on the given images, each exactly once.</summary>
    /// <exception cref="ArgumentException">The images have another shape than the experiment's data.</exception>
    public EvaluationResult Evaluate(LabeledImages images)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var hold = gate.Enter(this);
        return EvaluateHeld(images);
    }

    /// <summary>Class probabilities of images. After <see cref="Load"/> no data set is needed: the checkpoint holds what pixels are normalised with.</summary>
    /// <param name="pixels">N·C·H·W bytes, as in the data set's files.</param>
    /// <returns>[N, K], row by row.</returns>
    /// <exception cref="ArgumentException">The length is no multiple of an image's.</exception>
    public float[] Predict(ReadOnlySpan<byte> pixels)
    {
        using var hold = gate.Enter(this);
        var (channels, height, width, classes) = InputShape;
        var size = channels * height * width;
        if (pixels.Length % size != 0)
            throw new ArgumentException(FormattableString.Invariant($"Got {pixels.Length} bytes, which is no multiple of an image's {channels}·{height}·{width} = {size}."), nameof(pixels));
        if (pixels.IsEmpty)
            return [];
        using var images = LabeledImages.Create(pixels, new byte[pixels.Length / size], channels, height, width, classes);
        EnsureProgram(images.Count);
        gate.Share();
        return Evaluator.Probabilities(program!, batch!, images, classes);
    }

    /// <summary>
    /// Writes everything that a later step or a prediction depends on: parameters, running statistics, the optimiser's state, normalisation,
    /// position with its units, and settings (seed, epochs, rates, …), with a checksum, atomically. On another thread than the one that
    /// trains it waits for the end of the current step, so that training goes on from the file bit for bit.
    /// </summary>
    /// <exception cref="CheckpointException">It can't be written, or the state holds a number that is not finite. An older file is untouched.</exception>
    /// <exception cref="InvalidOperationException">A setting is out of its range, or the last run ended inside a step.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var snapshot = TakeSnapshot();
        snapshot.Write(path);
    }

    /// <summary>
    /// Reads what <see cref="Save"/> wrote, settings too; <see cref="Train"/> then continues from there, bit for bit, and refuses where the
    /// training split, the batch size or the recipe is another one. What is to be different is set after it.
    /// </summary>
    /// <exception cref="CheckpointException">The file is damaged, not plausible or of another network; the experiment stays as it was.</exception>
    public void Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var hold = gate.Enter(this);
        EnsureState();
        using var checkpoint = new Checkpoint(path, state!, InputShape.Channels, Settings);
        checkpoint.Apply(Settings, CheckSettings);
        UseNormalization(checkpoint.Normalization);
        Position = checkpoint.Position;
        units = checkpoint.Units;
        loaded = true;
        spoilt = null;
        program?.Statistics.Restore(Position.LossSum, Position.CorrectSum);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The experiment is training or evaluating.</exception>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees native memory; what nobody disposes is freed by the finalisers of its owners.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || !gate.Close())
            return;
        ReleaseProgram();
        state?.Dispose();
        input?.Dispose();
        data?.Dispose();
    }
}
