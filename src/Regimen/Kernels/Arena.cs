using Regimen.Torch;

namespace Regimen.Kernels;

/// <summary>
/// One block of memory in which the compiler has given every intermediate result its place; results whose lives do not overlap share places.
/// Offsets and sizes are per sample, so one plan serves every batch size up to the capacity.
/// </summary>
public sealed class Arena : IDisposable
{
    private readonly Tensor memory;
    private readonly int capacity;

    /// <summary>Allocates the block.</summary>
    /// <param name="elementsPerSample">Size of the plan.</param>
    /// <param name="capacity">Largest batch.</param>
    /// <param name="type">Element type.</param>
    /// <param name="device">Where.</param>
    public Arena(long elementsPerSample, int capacity, ScalarType type, Device device)
    {
        this.capacity = capacity;
        memory = Tensor.Empty([Math.Max(1, elementsPerSample) * capacity], type, device);
        Aten.Zero(memory);
    }

    /// <summary>The address of the block.</summary>
    public unsafe void* Data => memory.Data;

    /// <summary>A batch of feature vectors at a planned place.</summary>
    /// <param name="offset">Elements per sample before it.</param>
    /// <param name="batch">Samples.</param>
    /// <param name="features">Elements per sample.</param>
    /// <returns>[batch, features]; the caller frees the handle, the arena keeps the memory.</returns>
    public Tensor Features(long offset, int batch, int features) =>
        Aten.AsStrided(memory, [batch, features], [features, 1], offset * capacity);

    /// <summary>A batch of channels-last images at a planned place.</summary>
    /// <returns>[batch, channels, height, width]; the caller frees the handle, the arena keeps the memory.</returns>
    /// <inheritdoc cref="Features" path="/param"/>
    public Tensor Images(long offset, int batch, int channels, int height, int width) =>
        Aten.AsStrided(memory, [batch, channels, height, width], [(long)height * width * channels, 1, (long)width * channels, channels], offset * capacity);

    /// <inheritdoc/>
    public void Dispose() => memory.Free();
}
