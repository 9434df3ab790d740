using System.Globalization;
using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Rendering.Cuda;
using Regimen.Compiler.Scheduling;
using Regimen.Compiler.Tests.Formulas;

namespace Regimen.Compiler.Tests.Cuda;

/// <summary>A program's steps on the stand-in: its kernels as they are rendered, what libraries do by plain loops.</summary>
/// <param name="schedule">The steps.</param>
/// <param name="device">The kernels.</param>
/// <param name="samples">Samples in the batch.</param>
/// <param name="inputs">The values of what the program is given and of its state, by key.</param>
/// <param name="isSingle">Whether it computes in float.</param>
internal sealed unsafe class DeviceRun(CudaSchedule schedule, StandIn device, long samples, IReadOnlyDictionary<string, NdArray> inputs, bool isSingle) : IDisposable
{
    private readonly DeviceMemory memory = new(isSingle);

    public IReadOnlyList<CudaStep> Steps => schedule.Steps;

    /// <summary>Brings in what the program is given.</summary>
    public void Begin()
    {
        foreach (var (key, value) in inputs)
            memory.Put(key, value);
    }

    public void Run(CudaStep step)
    {
        foreach (var launch in step.Launches)
            Run(launch);
        switch (step.Step)
        {
            case LibraryStep { Call: var call } library:
                Put(library.Result, LibraryCalls.Compute(call, Get(library.Operands[0]), Get(library.Operands[1]), NdArray.ShapeOf(library.Result.Type, samples)));
                break;
            case ScatterStep scatter:
                Put(scatter.Result, Movements.Compute(scatter.Call, Get(scatter.Values), Get(scatter.Positions), NdArray.ShapeOf(scatter.Result.Type, samples)));
                break;
        }
    }

    /// <summary>Nothing was written where nothing is.</summary>
    public void End() => memory.CheckMargins();

    public NdArray Get(Storage storage) => memory.Get(KeyOf(storage), storage.Type, samples);

    public void Put(Storage storage, NdArray value) => memory.Put(KeyOf(storage), value);

    public void Dispose() => memory.Dispose();

    /// <summary>What writes into what it reads has that one's memory.</summary>
    private string KeyOf(Storage storage) => schedule.Plan.OwnerOf(storage).Key;

    private void Run(CudaLaunch launch)
    {
        // Values lie in a row, and the arguments point at them.
        var values = stackalloc long[launch.Arguments.Length];
        var pointers = new void*[launch.Arguments.Length];
        for (var index = 0; index < pointers.Length; index++)
        {
            var value = values + index;
            pointers[index] = value;
            switch (launch.Arguments[index])
            {
                case CudaMemory { Storage: var storage }:
                    *(void**)value = storage.Type is { Rank: > 0 } type && type.Axes[0] == Extent.Rows ? memory.Buffer(storage.Key, 0) : memory.Of(KeyOf(storage), storage.Type, samples);
                    break;
                case CudaNumber number:
                    *(void**)value = memory.Of(number.Key, TensorType.Scalar(inputs[number.Key].Element), samples);
                    break;
                case CudaCount count:
                    *(double*)value = count.Value;
                    break;
                case CudaSize size:
                    *(int*)value = checked((int)size.Value.At(samples));
                    break;
                case CudaPartial partial:
                    *(void**)value = memory.Buffer(string.Create(CultureInfo.InvariantCulture, $"partial results {partial.Number}, {partial.ElementsAt(samples)}"), partial.ElementsAt(samples) * sizeof(double));
                    break;
                case CudaChunkCount chunks:
                    *(int*)value = checked((int)chunks.Chunks.At(samples));
                    break;
                case var other:
                    throw new NotSupportedException(other.ToString());
            }
        }

        device.Run(launch, samples, pointers);
    }
}
