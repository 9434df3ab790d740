using Regimen.Torch;

namespace Regimen.Training;

/// <summary>Tensors that one object made and keeps: freed together when it is disposed, or by the finaliser where nobody did.</summary>
/// <remarks>Handles themselves have no finaliser (see <see cref="Tensor"/>), so whatever lives longer than a step belongs to one of these.</remarks>
internal sealed class OwnedTensors : IDisposable
{
    private readonly List<Tensor> tensors = [];
    private long pressure;

    /// <summary>Frees what nobody disposed.</summary>
    ~OwnedTensors() => Free();

    /// <summary>Makes a zeroed tensor with memory of its own.</summary>
    /// <param name="count">Elements, in one dimension.</param>
    /// <param name="type">Their type.</param>
    /// <param name="device">Where.</param>
    /// <param name="what">What it is for, as in "memory for {what}".</param>
    /// <exception cref="InvalidOperationException">There is not that much memory.</exception>
    public Tensor Zeros(Int128 count, ScalarType type, Device device, string what)
    {
        var onHost = device.Type == DeviceType.Cpu;
        var bytes = onHost ? MemoryBudget.Demand(count, type == ScalarType.Float64 ? 8 : 4, what) : 0;
        var tensor = Keep(Tensor.Empty([checked((long)count)], type, device));
        Aten.Zero(tensor);
        if (bytes > 0)
        {
            GC.AddMemoryPressure(bytes);
            pressure += bytes;
        }

        return tensor;
    }

    /// <summary>Takes over a handle.</summary>
    public Tensor Keep(Tensor tensor)
    {
        tensors.Add(tensor);
        return tensor;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        foreach (var tensor in tensors)
            tensor.Free();
        tensors.Clear();
        if (pressure > 0)
            GC.RemoveMemoryPressure(pressure);
        pressure = 0;
    }
}
