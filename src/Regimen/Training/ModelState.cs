using Regimen.Randomness;
using Regimen.Torch;

namespace Regimen.Training;

/// <summary>
/// Everything a training program remembers: parameters, gradients, the optimiser's slots and the running statistics, each in one flat
/// buffer on the device. Parameters and buffers are seen through views that share the flat buffers' memory.
/// </summary>
public sealed unsafe class ModelState : IDisposable
{
    private readonly OwnedTensors tensors = new();

    /// <summary>Allocates the buffers, all zero.</summary>
    public ModelState(ModelLayout layout, ScalarType type, Device device)
    {
        Layout = layout;
        ElementType = type;
        Device = device;
        Values = Flat(layout.ParameterCount);
        Gradients = Flat(layout.ParameterCount);
        Slots = [.. layout.OptimizerSlots.Select(_ => Flat(layout.ParameterCount))];
        Buffers = Flat(Math.Max(1, layout.BufferCount));
    }

    /// <summary>Where everything lies.</summary>
    public ModelLayout Layout { get; }

    /// <summary>Element type of all buffers.</summary>
    public ScalarType ElementType { get; }

    /// <summary>Bytes of an element.</summary>
    internal int ElementSize => ElementType == ScalarType.Float64 ? sizeof(double) : sizeof(float);

    /// <summary>Where the buffers are.</summary>
    public Device Device { get; }

    /// <summary>All parameters, [decayed | exempt].</summary>
    public Tensor Values { get; }

    /// <summary>All gradients, in the same order.</summary>
    public Tensor Gradients { get; }

    /// <summary>What the optimiser keeps per parameter, such as a velocity, in the order of <see cref="ModelLayout.OptimizerSlots"/>.</summary>
    public Tensor[] Slots { get; }

    /// <summary>All running statistics.</summary>
    public Tensor Buffers { get; }

    /// <summary>A parameter in its own shape.</summary>
    public Tensor Parameter(int index) => View(Values, Layout.Parameters[index]);

    /// <summary>A parameter's gradient in its own shape.</summary>
    public Tensor Gradient(int index) => View(Gradients, Layout.Parameters[index]);

    /// <summary>A running statistic.</summary>
    public Tensor Buffer(int index)
    {
        var info = Layout.Buffers[index];
        return tensors.Keep(Aten.AsStrided(Buffers, [info.Count], [1], info.Offset));
    }

    /// <summary>Gives every value its start: weights and biases by their bounds from draws keyed by the seed and the parameter's position, scales 1, shifts 0, optimiser slots 0.</summary>
    public void Initialize(ulong seed)
    {
        var parameters = new double[Layout.ParameterCount];
        for (var index = 0; index < Layout.Parameters.Length; index++)
        {
            var info = Layout.Parameters[index];
            var target = parameters.AsSpan((int)info.Offset, (int)info.Count);
            switch (info.Role)
            {
                case ParameterRole.Weight or ParameterRole.Bias:
                    Initialization.Uniform(target, info.InitialBound, seed, index);
                    break;
                case ParameterRole.NormScale:
                    target.Fill(1);
                    break;
                default:
                    target.Clear();
                    break;
            }
        }

        var buffers = new double[Math.Max(1, Layout.BufferCount)];
        foreach (var info in Layout.Buffers)
            buffers.AsSpan((int)info.Offset, info.Count).Fill(info.Initial);
        Write(Values, parameters);
        Write(Buffers, buffers);
        Aten.Zero(Gradients);
        foreach (var slot in Slots)
            Aten.Zero(slot);
    }

    /// <summary>Copies a flat buffer's bytes to memory of the host.</summary>
    /// <param name="flat">The buffer, of this state's element type.</param>
    /// <param name="target">Room for all of it.</param>
    internal void CopyTo(Tensor flat, void* target)
    {
        var host = Aten.ToType(flat, ElementType, Device.Cpu);
        var bytes = host.ElementCount * ElementSize;
        System.Buffer.MemoryCopy(host.Data, target, bytes, bytes);
        host.Free();
    }

    /// <summary>Copies bytes of the host into a flat buffer of this state's element type.</summary>
    internal void CopyFrom(Tensor flat, void* source)
    {
        var blob = Tensor.FromBlob(source, [flat.ElementCount], [1], ElementType, Device.Cpu);
        Aten.CopyFrom(flat, blob);
        blob.Free();
    }

    /// <summary>Copies a flat buffer to the host, whatever its type and device.</summary>
    public static double[] Read(Tensor flat)
    {
        var wide = Aten.ToType(flat, ScalarType.Float64, Device.Cpu);
        var result = new ReadOnlySpan<double>(wide.Data, checked((int)wide.ElementCount)).ToArray();
        wide.Free();
        return result;
    }

    /// <summary>Copies host values into a flat buffer, whatever its type and device.</summary>
    public static void Write(Tensor flat, ReadOnlySpan<double> values)
    {
        fixed (double* source = values)
        {
            var blob = Tensor.FromBlob(source, [values.Length], [1], ScalarType.Float64, Device.Cpu);
            Aten.CopyFrom(flat, blob);
            blob.Free();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => tensors.Dispose();

    private Tensor Flat(long count) => tensors.Zeros(count, ElementType, Device, "the network's parameters");

    private Tensor View(Tensor flat, ParameterInfo info)
    {
        Span<long> strides = stackalloc long[info.Shape.Length];
        long stride = 1;
        for (var dimension = info.Shape.Length - 1; dimension >= 0; dimension--)
        {
            strides[dimension] = stride;
            stride *= info.Shape[dimension];
        }

        return tensors.Keep(Aten.AsStrided(flat, info.Shape, strides, info.Offset));
    }
}
