using System.Globalization;
using Regimen.Torch;
using Regimen.Training;

namespace Regimen.Kernels;

/// <summary>
/// One block of memory in which the compiler has given every intermediate result its place; results whose lives do not overlap share places.
/// Offsets and sizes are per sample, so one plan serves every batch size up to the capacity.
/// </summary>
public sealed class Arena : IDisposable
{
    private readonly OwnedTensors tensors = new();
    private readonly Tensor memory;
    private readonly int capacity;

    /// <summary>Allocates the block.</summary>
    /// <param name="elementsPerSample">Size of the plan.</param>
    /// <param name="capacity">Largest batch.</param>
    /// <param name="type">Element type.</param>
    /// <param name="device">Where.</param>
    /// <exception cref="InvalidOperationException">There is not that much memory.</exception>
    public Arena(long elementsPerSample, int capacity, ScalarType type, Device device)
    {
        this.capacity = capacity;
        memory = tensors.Zeros((Int128)Math.Max(1, elementsPerSample) * capacity, type, device, string.Create(CultureInfo.InvariantCulture, $"the results of a batch of {capacity} samples"));
    }

    /// <summary>The address of the block.</summary>
    public unsafe void* Data => memory.Data;

    /// <summary>A batch of feature vectors at a planned place.</summary>
    /// <param name="offset">Elements per sample before it.</param>
    /// <param name="batch">Samples.</param>
    /// <param name="features">Elements per sample.</param>
    /// <returns>[batch, features]; handle and memory are the arena's.</returns>
    public Tensor Features(long offset, int batch, int features) =>
        tensors.Keep(Aten.AsStrided(memory, [batch, features], [features, 1], offset * capacity));

    /// <summary>A batch of channels-last images at a planned place.</summary>
    /// <returns>[batch, channels, height, width]; handle and memory are the arena's.</returns>
    /// <inheritdoc cref="Features" path="/param"/>
    public Tensor Images(long offset, int batch, int channels, int height, int width) =>
        tensors.Keep(Aten.AsStrided(memory, [batch, channels, height, width], [(long)height * width * channels, 1, (long)width * channels, channels], offset * capacity));

    /// <inheritdoc/>
    public void Dispose() => tensors.Dispose();
}
