using System.Globalization;
using System.Numerics;
using Regimen.Kernels;
using Regimen.Torch;

namespace Regimen.Training;

/// <summary>What a generated program points to: the flat buffers of the state, what inputs are normalised with, and the arenas.</summary>
/// <typeparam name="T">float or double, as the state's element type.</typeparam>
public sealed unsafe class StepMemory<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ModelState state;
    private readonly InputStage input;
    private readonly Arena arena;
    private readonly OwnedTensors tensors = new();
    private readonly NativeBuffer tables;
    private readonly long capacity;
    private readonly T* perSample;
    private readonly T* constant;

    /// <summary>Makes the arenas.</summary>
    /// <param name="state">Parameters and other state.</param>
    /// <param name="input">What inputs are normalised with.</param>
    /// <param name="capacity">Largest batch.</param>
    /// <param name="perSample">Elements per sample of the batch's arena.</param>
    /// <param name="constant">Elements of the arena for what does not grow with the batch.</param>
    /// <exception cref="InvalidOperationException">There is not that much memory.</exception>
    public StepMemory(ModelState state, InputStage input, int capacity, long perSample, long constant)
    {
        this.state = state;
        this.input = input;
        this.capacity = capacity;
        arena = new Arena(perSample, capacity, state.ElementType, state.Device);
        this.perSample = (T*)arena.Data;
        this.constant = (T*)tensors.Zeros(Math.Max(1, constant), state.ElementType, state.Device, "what a step keeps per channel").Data;
        var channels = input.Means.Length;
        tables = new NativeBuffer(capacity + (2 * channels) + 1, sizeof(double), string.Create(CultureInfo.InvariantCulture, $"the shares of a batch of {capacity} samples"));
        Seed = (uint*)tables.Pointer;
        InputMean = (T*)(Seed + 2);
        InputDeviation = InputMean + channels;
        Shares = InputDeviation + channels;
    }

    /// <summary>Takes what inputs are normalised with: a checkpoint may have brought other numbers.</summary>
    public void Take()
    {
        for (var channel = 0; channel < input.Means.Length; channel++)
        {
            InputMean[channel] = T.CreateTruncating(input.Means[channel]);
            InputDeviation[channel] = T.CreateTruncating(input.Deviations[channel]);
        }
    }

    /// <summary>Takes the key of random draws.</summary>
    public void TakeKey(ulong key) => (Seed[0], Seed[1]) = ((uint)key, (uint)(key >> 32));

    /// <summary>Takes what a step is told of its batch beside pointers.</summary>
    public void Take(MiniBatch batch)
    {
        Take();
        if (!batch.IsMixed)
            return;
        for (var sample = 0; sample < batch.Count; sample++)
            Shares[sample] = T.CreateTruncating(batch.Shares[sample]);
    }

    /// <summary>[B]: λ, the share that each sample keeps of a mixture.</summary>
    public T* Shares { get; }

    /// <summary>[2]: the key, low word first.</summary>
    public uint* Seed { get; }

    /// <summary>All parameters.</summary>
    public T* Weights => (T*)state.Values.Data;

    /// <summary>All gradients.</summary>
    public T* Gradients => (T*)state.Gradients.Data;

    /// <summary>All running statistics.</summary>
    public T* Buffers => (T*)state.Buffers.Data;

    /// <summary>[C]: what is subtracted from pixels.</summary>
    public T* InputMean { get; }

    /// <summary>[C]: what pixels are divided by.</summary>
    public T* InputDeviation { get; }

    /// <summary>What the optimiser keeps per parameter.</summary>
    public T* Slot(int index) => (T*)state.Slots[index].Data;

    /// <summary>A place in the batch's arena.</summary>
    public T* PerSample(long offset) => perSample + (offset * capacity);

    /// <summary>A place in the arena for what does not grow with the batch.</summary>
    public T* Fixed(long offset) => constant + offset;

    /// <inheritdoc cref="Arena.Images"/>
    public Tensor Images(long offset, int batch, int channels, int height, int width) => arena.Images(offset, batch, channels, height, width);

    /// <inheritdoc cref="Arena.Features"/>
    public Tensor Features(long offset, int batch, int features) => arena.Features(offset, batch, features);

    /// <inheritdoc/>
    public void Dispose()
    {
        arena.Dispose();
        tensors.Dispose();
        tables.Dispose();
    }
}
