using System.Globalization;
using System.Runtime.CompilerServices;
using Regimen.Torch;

namespace Regimen.Training;

/// <summary>The compiled network of an experiment on one device: what the generator writes derives from this.</summary>
public abstract class TrainingProgram : IDisposable
{
    /// <summary>Keeps what every program needs.</summary>
    /// <param name="state">Parameters and optimiser state.</param>
    protected TrainingProgram(ModelState state)
    {
        State = state;
        Statistics = new StepStatistics(state.Device);
    }

    /// <summary>Parameters, gradients and optimiser state.</summary>
    public ModelState State { get; }

    /// <summary>Loss and accuracy of the epoch so far.</summary>
    public StepStatistics Statistics { get; }

    /// <summary>Evaluates a batch, dropout off and running statistics in place of the batch's.</summary>
    /// <returns>Logits [B, K], which stay the program's own and hold until its next call.</returns>
    public abstract Tensor Infer(MiniBatch batch);

    /// <summary>Frees what nobody disposed, or what a constructor made before it threw.</summary>
    ~TrainingProgram() => Dispose(false);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The file that this call stands in.</summary>
    protected static string PathOfCaller([CallerFilePath] string path = "") => path;

    /// <summary>
    /// Touches the memory that libtorch will allocate its results from, twice their size since its libraries need room for reordered copies,
    /// so that no step of the loop meets a page for the first time.
    /// </summary>
    /// <param name="elementsPerSample">Elements of all results.</param>
    /// <param name="batch">Largest batch.</param>
    protected void Reserve(long elementsPerSample, int batch)
    {
        using var memory = new OwnedTensors();
        memory.Zeros((Int128)2 * elementsPerSample * batch, State.ElementType, State.Device, string.Create(CultureInfo.InvariantCulture, $"the convolutions of a batch of {batch} samples"));
    }

    /// <summary>Frees a handle that the program keeps, if there is one.</summary>
    protected static void Release(ref Tensor tensor)
    {
        if (!tensor.IsNull)
            tensor.Free();
        tensor = default;
    }

    /// <summary>Frees what the program allocated; the state is not its own. Parts may be missing, where the constructor threw.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            Statistics.Dispose();
    }
}
