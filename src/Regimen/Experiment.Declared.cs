using System.ComponentModel;
using System.Runtime.CompilerServices;
using Regimen.Kernels;
using Regimen.Torch;
using Regimen.Training;

namespace Regimen;

/// <content>What the generated part declares, and what it calls.</content>
public abstract partial class Experiment
{
    /// <summary>Element type of all computation; float32 but in tests, which run the operators in float64.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ScalarType ElementType { get; set; } = ScalarType.Float32;

    /// <summary>Samples per step.</summary>
    protected abstract int BatchCapacity { get; }

    /// <summary>Whether each epoch visits the data in a new order.</summary>
    protected abstract bool Shuffles { get; }

    /// <summary>Channels, height, width and classes of the data.</summary>
    protected abstract (int Channels, int Height, int Width, int Classes) InputShape { get; }

    /// <summary>Mean and deviation that a new run normalises pixels with, derived from the training split where they are not declared.</summary>
    protected abstract ChannelStatistics[] Normalization { get; }

    /// <summary>Every number that can be set, the seed and the epochs among them.</summary>
    protected abstract Setting[] Settings { get; }

    /// <summary>The data set, loaded on first use.</summary>
    protected ImageDataSet Data => data ??= OpenData().Expect(InputShape, Layout.TrainImages, GetType().Name);

    /// <summary>Opens the declared data set.</summary>
    protected abstract ImageDataSet OpenData();

    /// <summary>Makes the compiled network.</summary>
    /// <param name="capacity">Samples of the largest batch: the batch size, or fewer where the data has fewer.</param>
    /// <param name="state">Parameters and optimiser state.</param>
    /// <param name="input">From bytes to the network's input.</param>
    /// <param name="fused">Whether to run fused kernels, or operator by operator.</param>
    protected abstract TrainingProgram CreateProgram(int capacity, ModelState state, InputStage input, bool fused);

    /// <summary>The training loop.</summary>
    protected abstract void RunTraining(TrainingRun run, TrainingProgram program);

    /// <summary>Throws if a scalar is out of its range.</summary>
    protected abstract void CheckSettings();

    /// <summary>The file that this call stands in.</summary>
    protected static string PathOfCaller([CallerFilePath] string path = "") => path;

    /// <summary>Those of the files that exist.</summary>
    protected static IReadOnlyList<string> Existing(params IEnumerable<string> paths) => [.. paths.Where(File.Exists)];

    /// <summary>Evaluates on the test split from within the training loop.</summary>
    protected EvaluationResult EvaluateTest() => Evaluator.Run(program!, batch!, Data.Test);

    /// <summary>Throws with the name, the value and the range if <paramref name="holds"/> is false.</summary>
    protected static void Require(bool holds, string name, double value, string range)
    {
        if (!holds)
            throw new InvalidOperationException(FormattableString.Invariant($"{name} is {value}, but must be {range}."));
    }
}
