using System.ComponentModel;
using System.Runtime.CompilerServices;
using Regimen.Kernels;
using Regimen.Torch;
using Regimen.Training;

namespace Regimen;

/// <summary>
/// Base of every experiment: the generator derives the declared class from it and adds the scalars as properties, the training loop and the
/// network. Not thread-safe; one experiment trains at a time.
/// </summary>
public abstract class Experiment : IDisposable
{
    private ImageDataSet? data;
    private ModelState? state;
    private TrainingProgram? program;
    private MiniBatch? batch;
    private InputStage? input;
    private int busy;
    private bool disposed;
    private bool loaded;
    private bool diverged;

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

    /// <summary>Raised at logging points.</summary>
    public event Action<StepProgress>? StepCompleted;

    /// <summary>Raised after each epoch, its evaluation and its checkpoint.</summary>
    public event Action<EpochMetrics>? EpochCompleted;

    /// <summary>All that the network stores.</summary>
    public abstract ModelLayout Layout { get; }

    /// <summary>Files with the generated source, as the compiler wrote them; empty where it kept them in memory.</summary>
    public virtual IReadOnlyList<string> GeneratedFiles => [];

    /// <summary>Element type of all computation; float32 but in tests, which run the operators in float64.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ScalarType ElementType { get; set; } = ScalarType.Float32;

    /// <summary>Samples per step.</summary>
    protected abstract int BatchCapacity { get; }

    /// <summary>Whether each epoch visits the data in a new order.</summary>
    protected abstract bool Shuffles { get; }

    internal RunPosition Position { get; set; } = RunPosition.Start;

    /// <summary>The seed as the key of the counter-based generator.</summary>
    public ulong Key => unchecked((ulong)Seed);

    /// <summary>The data set, loaded on first use.</summary>
    protected ImageDataSet Data => data ??= OpenData().Expect(InputShape, GetType().Name);

    /// <summary>The parameters and all other state, made on first use.</summary>
    protected ModelState State
    {
        get
        {
            EnsureProgram();
            return state!;
        }
    }

    /// <summary>Trains from where the experiment stands: anew, or from a loaded or cancelled position on. An experiment that finished its own training starts anew.</summary>
    /// <param name="cancellation">Stops after the current step; the position is kept, and written to the run folder's checkpoint if there is one.</param>
    /// <returns>The metrics of the epochs that this call completed.</returns>
    /// <exception cref="DivergenceException">The loss is no longer finite.</exception>
    /// <exception cref="DataException">The data is missing or damaged.</exception>
    /// <exception cref="InvalidOperationException">A setting is out of its range.</exception>
    public TrainingResult Train(CancellationToken cancellation = default)
    {
        CheckSettings();
        using var _ = Enter();
        EnsureProgram();
        if (diverged)
            throw new InvalidOperationException("The last run diverged, and its weights are of no use. Load() the last good checkpoint, or Restart(), and train with a lower rate.");
        if (Position.Epoch >= Epochs)
            StartAnew();
        // A test split that is missing must not cost an epoch first.
        Data.LoadBoth();
        RunFolder?.WriteSettings(GetType().Name, Settings, BatchCapacity);
        WriteCheckpoint();
        var run = new TrainingRun(this, program!, Data.Train, batch!, BatchCapacity, Shuffles, cancellation);
        RunTraining(run, program!);
        loaded = false;
        if (run.IsCancelled)
            WriteCheckpoint();
        return run.Result();
    }

    /// <summary>Forgets all training: weights as the seed starts them, position at the beginning.</summary>
    public void Restart()
    {
        using var _ = Enter();
        EnsureProgram();
        loaded = false;
        diverged = false;
        StartAnew();
    }

    /// <summary>Evaluates on the test split.</summary>
    public EvaluationResult Evaluate() => Evaluate(Data.Test);

    /// <summary>Evaluates on the given images, each exactly once.</summary>
    /// <exception cref="ArgumentException">The images have another shape than the experiment's data.</exception>
    public EvaluationResult Evaluate(LabeledImages images)
    {
        using var _ = Enter();
        EnsureProgram();
        var (channels, height, width, classes) = InputShape;
        if ((images.Channels, images.Height, images.Width, images.Classes) != (channels, height, width, classes))
        {
            throw new ArgumentException(
                $"The images are [{images.Channels}, {images.Height}, {images.Width}] in {images.Classes} classes, but the experiment's data is [{channels}, {height}, {width}] in {classes}.",
                nameof(images));
        }

        return Evaluator.Run(program!, batch!, images);
    }

    /// <summary>Class probabilities of images.</summary>
    /// <param name="pixels">N·C·H·W bytes, as in the data set's files.</param>
    /// <returns>[N, K], row by row.</returns>
    /// <exception cref="ArgumentException">The length is no multiple of an image's.</exception>
    public float[] Predict(ReadOnlySpan<byte> pixels)
    {
        using var _ = Enter();
        EnsureProgram();
        var (channels, height, width, classes) = InputShape;
        var size = channels * height * width;
        if (pixels.Length % size != 0)
            throw new ArgumentException($"Got {pixels.Length} bytes, which is no multiple of an image's {channels}·{height}·{width} = {size}.", nameof(pixels));
        if (pixels.IsEmpty)
            return [];
        using var images = LabeledImages.Create(pixels, new byte[pixels.Length / size], channels, height, width, classes);
        return Evaluator.Probabilities(program!, batch!, images, classes);
    }

    /// <summary>Writes parameters, running statistics, optimiser state, position and settings (seed, epochs, rates, …), atomically.</summary>
    public void Save(string path)
    {
        EnsureProgram();
        Checkpoint.Save(path, state!, Position, Settings, BatchCapacity);
    }

    /// <summary>Reads what <see cref="Save"/> wrote, settings too; <see cref="Train"/> then continues from there, bit for bit. What is to be different is set after it.</summary>
    /// <exception cref="CheckpointException">The file is damaged or of another network; the experiment stays as it was.</exception>
    public void Load(string path)
    {
        using var _ = Enter();
        EnsureProgram();
        Position = Checkpoint.Load(path, state!, Settings, BatchCapacity);
        loaded = true;
        diverged = false;
        program!.Statistics.Restore(Position.LossSum, Position.CorrectSum);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Channels, height, width and classes of the data.</summary>
    protected abstract (int Channels, int Height, int Width, int Classes) InputShape { get; }

    /// <summary>Opens the declared data set.</summary>
    protected abstract ImageDataSet OpenData();

    /// <summary>Mean and deviation that pixels are normalised with.</summary>
    protected abstract ChannelStatistics[] Normalization { get; }

    /// <summary>Makes the compiled network.</summary>
    protected abstract TrainingProgram CreateProgram(ModelState state, InputStage input, bool fused);

    /// <summary>The training loop.</summary>
    protected abstract void RunTraining(TrainingRun run, TrainingProgram program);

    /// <summary>Every number that can be set, the seed and the epochs among them.</summary>
    protected abstract Setting[] Settings { get; }

    /// <summary>Throws if a scalar is out of its range.</summary>
    protected abstract void CheckSettings();

    /// <summary>Frees native memory.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || disposed)
            return;
        if (busy != 0)
            throw new InvalidOperationException("This experiment is training or evaluating. Cancel it and wait for Train to return before disposing it: its kernels still use the memory.");
        program?.Dispose();
        state?.Dispose();
        batch?.Dispose();
        input?.Dispose();
        data?.Dispose();
        disposed = true;
    }

    /// <summary>The file that this call stands in.</summary>
    protected static string PathOfCaller([CallerFilePath] string path = "") => path;

    /// <summary>Evaluates on the test split from within the training loop.</summary>
    protected EvaluationResult EvaluateTest() => Evaluator.Run(program!, batch!, Data.Test);

    /// <summary>Throws with the name, the value and the range if <paramref name="holds"/> is false.</summary>
    protected static void Require(bool holds, string name, double value, string range)
    {
        if (!holds)
            throw new InvalidOperationException(FormattableString.Invariant($"{name} is {value}, but must be {range}."));
    }

    internal void Report(in StepProgress progress) => StepCompleted?.Invoke(progress);

    internal void Report(in EpochMetrics metrics)
    {
        RunFolder?.Append(metrics);
        WriteCheckpoint();
        EpochCompleted?.Invoke(metrics);
    }

    internal void MarkDiverged() => diverged = true;

    private void StartAnew()
    {
        if (loaded)
        {
            throw new InvalidOperationException(
                $"The loaded run is finished: {Position.Epoch} of {Epochs} epochs are done. Set Epochs higher to train on, or call Restart() to forget its weights and train anew.");
        }

        state!.Initialize(Key);
        Position = RunPosition.Start;
    }

    private void WriteCheckpoint()
    {
        if (RunFolder is { } folder)
            Checkpoint.Save(folder.CheckpointPath, state!, Position, Settings, BatchCapacity);
    }

    private void EnsureProgram()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (program is not null)
            return;
        LibTorch.KeepMemory();
        var (channels, height, width, _) = InputShape;

        // The data comes first: it is what is most often missing, and then nothing is left behind.
        input = new InputStage(channels, height, width, Normalization);
        var fresh = CreateState(input);
        fresh.Initialize(Key);
        batch = new MiniBatch(BatchCapacity);
        var fused = Kernels == KernelMode.Automatic ;
        program = CreateProgram(fresh, input, fused);
        state = fresh;
    }

    private ModelState CreateState(InputStage unused)
    {
        try
        {
            return new ModelState(Layout, ElementType, Device);
        }
        catch (TorchException problem) when (Device.Type == DeviceType.Cuda)
        {
            unused.Dispose();
            input = null;
            throw new InvalidOperationException(
                $"The GPU can't be used: {problem.Message.Split('\n')[0]} Set Device to Device.Cpu, or let REGIMEN_LIBTORCH name the folder of a libtorch with CUDA.", problem);
        }
    }

    private Occupation Enter()
    {
        if (Interlocked.Exchange(ref busy, 1) != 0)
            throw new InvalidOperationException("This experiment is already training or evaluating. An experiment does one thing at a time; make a second one to work in parallel.");
        return new Occupation(this);
    }

    private readonly struct Occupation(Experiment owner) : IDisposable
    {
        public void Dispose() => Volatile.Write(ref owner.busy, 0);
    }
}
