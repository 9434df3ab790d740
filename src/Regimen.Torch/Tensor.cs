using System.Globalization;
using Regimen.Torch.Loading;

namespace Regimen.Torch;

/// <summary>A handle to one of libtorch's tensors: a pointer to a C++ <c>at::Tensor</c>.</summary>
/// <remarks>
/// <para>
/// Ownership is explicit. Whoever gets a handle from a creator, a view or an operator calls <see cref="Free"/> on it once; there
/// is no finaliser, because a training loop must neither allocate a managed object per tensor nor wait for a collector to
/// give activations back. Copies of this struct are the same handle.
/// </para>
/// <para>The pointer is what TorchSharp's <c>Tensor.Handle</c> holds as well, so tensors pass between the two without a copy.</para>
/// </remarks>
public readonly unsafe struct Tensor : IEquatable<Tensor>
{
    // libtorch allows more, but nothing that trains has more than this.
    private const int MaximumDimensions = 16;

    /// <summary>Wraps a handle; ownership does not change.</summary>
    /// <param name="handle">An <c>at::Tensor*</c>, or zero.</param>
    public Tensor(nint handle) => Handle = handle;

    /// <summary>The pointer to the C++ object.</summary>
    public nint Handle { get; }

    /// <summary>Whether this is no tensor: an optional input not given, a gradient not asked for.</summary>
    public bool IsNull => Handle == 0;

    /// <summary>The address of the first element, in the memory of <see cref="Device"/>.</summary>
    public void* Data
    {
        get
        {
            void* data;
            Native.Check(Native.Api->DataPointer(Live, &data), "aoti_torch_get_data_ptr");
            return data;
        }
    }

    /// <summary>The address of the first element of a tensor of singles in main memory.</summary>
    /// <exception cref="InvalidOperationException">The elements are not singles, or not in main memory.</exception>
    public float* Floats => ScalarType == ScalarType.Float32 && Device.Type == DeviceType.Cpu
        ? (float*)Data
        : throw new InvalidOperationException($"The tensor has {ScalarType} elements on {Device}, not singles in main memory.");

    /// <summary>The number of elements.</summary>
    public long ElementCount
    {
        get
        {
            long count;
            Native.Check(Native.Api->ElementCount(Live, &count), "aoti_torch_get_numel");
            return count;
        }
    }

    /// <summary>The number of dimensions; 0 for a single number.</summary>
    public int Dimensions
    {
        get
        {
            long count;
            Native.Check(Native.Api->Dimensions(Live, &count), "aoti_torch_get_dim");
            return (int)count;
        }
    }

    /// <summary>The type of the elements.</summary>
    public ScalarType ScalarType
    {
        get
        {
            int type;
            Native.Check(Native.Api->ElementType(Live, &type), "aoti_torch_get_dtype");
            return (ScalarType)type;
        }
    }

    /// <summary>Where the elements lie.</summary>
    public Device Device
    {
        get
        {
            int type, index;
            var api = Native.Api;
            Native.Check(api->DeviceKind(Live, &type), "aoti_torch_get_device_type");
            Native.Check(api->DeviceIndex(Live, &index), "aoti_torch_get_device_index");
            return new((DeviceType)type, index);
        }
    }

    /// <summary>The index in the underlying memory of the first element.</summary>
    public long StorageOffset
    {
        get
        {
            long offset;
            Native.Check(Native.Api->StorageOffset(Live, &offset), "aoti_torch_get_storage_offset");
            return offset;
        }
    }

    // A null handle would crash the process inside libtorch; that must be an exception here.
    private nint Live => Handle != 0 ? Handle : throw new InvalidOperationException("The tensor handle is null.");

    /// <summary>Makes a tensor whose elements are not set.</summary>
    /// <param name="sizes">The shape.</param>
    /// <param name="type">The type of the elements.</param>
    /// <param name="device">Where they lie.</param>
    /// <param name="format">The order of the dimensions in memory.</param>
    /// <returns>A tensor that the caller frees.</returns>
    /// <exception cref="ArgumentException">Too many dimensions, or a format that does not fit them.</exception>
    /// <exception cref="TorchException">Out of memory, or no such device.</exception>
    public static Tensor Empty(ReadOnlySpan<long> sizes, ScalarType type, Device device, MemoryFormat format = MemoryFormat.Contiguous)
    {
        if (sizes.Length > MaximumDimensions)
            throw new ArgumentException($"At most {MaximumDimensions} dimensions.", nameof(sizes));
        var strides = stackalloc long[MaximumDimensions];
        WriteStrides(sizes, new Span<long>(strides, sizes.Length), format);
        nint handle;
        fixed (long* shape = sizes)
        {
            Native.Check(
                Native.Api->EmptyStrided(sizes.Length, shape, strides, (int)type, (int)device.Type, device.Index, &handle),
                "aoti_torch_empty_strided");
        }

        return new(handle);
    }

    /// <summary>Makes a tensor over memory that someone else owns and keeps alive.</summary>
    /// <param name="data">The first element.</param>
    /// <param name="sizes">The shape.</param>
    /// <param name="strides">The distance, in elements, between neighbours in each dimension.</param>
    /// <param name="type">The type of the elements.</param>
    /// <param name="device">Where the memory lies.</param>
    /// <returns>A tensor that the caller frees; the memory stays.</returns>
    /// <exception cref="ArgumentException">The strides are not as many as the sizes.</exception>
    /// <exception cref="TorchException">libtorch refuses the shape or the device.</exception>
    public static Tensor FromBlob(void* data, ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides, ScalarType type, Device device)
    {
        if (sizes.Length != strides.Length)
            throw new ArgumentException("One stride for each size.", nameof(strides));
        nint handle;
        fixed (long* shape = sizes, steps = strides)
        {
            Native.Check(
                Native.Api->FromBlob(data, sizes.Length, shape, steps, 0, (int)type, (int)device.Type, device.Index, &handle),
                "aoti_torch_create_tensor_from_blob");
        }

        return new(handle);
    }

    /// <summary>The size of a dimension.</summary>
    /// <param name="dimension">Its index; negative ones count from the end.</param>
    /// <returns>The number of elements along it.</returns>
    /// <exception cref="TorchException">There is no such dimension.</exception>
    public long Size(int dimension)
    {
        long size;
        Native.Check(Native.Api->Size(Live, dimension, &size), "aoti_torch_get_size");
        return size;
    }

    /// <summary>The distance, in elements, between neighbours in a dimension.</summary>
    /// <param name="dimension">Its index; negative ones count from the end.</param>
    /// <returns>The stride.</returns>
    /// <exception cref="TorchException">There is no such dimension.</exception>
    public long Stride(int dimension)
    {
        long stride;
        Native.Check(Native.Api->Stride(Live, dimension, &stride), "aoti_torch_get_stride");
        return stride;
    }

    /// <summary>Another shape over the same memory.</summary>
    /// <param name="sizes">The shape.</param>
    /// <param name="strides">The distance, in elements, between neighbours in each dimension.</param>
    /// <param name="offset">The first element, counted from the start of the underlying memory.</param>
    /// <returns>A handle of its own that the caller frees; the memory lives as long as any handle to it.</returns>
    /// <exception cref="TorchException">The shape does not fit into the memory.</exception>
    public Tensor View(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides, long offset) =>
        Aten.AsStrided(this, sizes, strides, offset);

    /// <summary>A second handle to the same tensor.</summary>
    /// <returns>A handle that is freed on its own.</returns>
    public Tensor Alias()
    {
        nint handle;
        Native.Check(Native.Api->NewHandle(Live, &handle), "aoti_torch_new_tensor_handle");
        return new(handle);
    }

    /// <summary>Gives the handle back; the memory goes with the last handle to it. Freeing a null handle does nothing.</summary>
    /// <remarks>Using any copy of the handle afterwards is a use after free.</remarks>
    public void Free()
    {
        if (Handle != 0)
            Native.Check(Native.Api->DeleteTensor(Handle), "aoti_torch_delete_tensor_object");
    }

    /// <summary>Whether both are the same handle; two handles to one tensor differ.</summary>
    /// <param name="other">The other handle.</param>
    /// <returns>True if the pointers are equal.</returns>
    public bool Equals(Tensor other) => Handle == other.Handle;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Handle.GetHashCode();

    /// <summary>Type, shape and device, for debuggers.</summary>
    /// <returns>For example <c>Float32[64, 10] on Cpu</c>.</returns>
    public override string ToString()
    {
        if (IsNull)
            return "null";
        var sizes = new string[Dimensions];
        for (var i = 0; i < sizes.Length; i++)
            sizes[i] = Size(i).ToString(CultureInfo.InvariantCulture);
        return $"{ScalarType}[{string.Join(", ", sizes)}] on {Device.Type}";
    }

    /// <summary>Whether both are the same handle.</summary>
    /// <param name="left">One handle.</param>
    /// <param name="right">The other handle.</param>
    /// <returns>True if the pointers are equal.</returns>
    public static bool operator ==(Tensor left, Tensor right) => left.Equals(right);

    /// <summary>Whether the handles differ.</summary>
    /// <param name="left">One handle.</param>
    /// <param name="right">The other handle.</param>
    /// <returns>True if the pointers differ.</returns>
    public static bool operator !=(Tensor left, Tensor right) => !left.Equals(right);

    private static void WriteStrides(ReadOnlySpan<long> sizes, Span<long> strides, MemoryFormat format)
    {
        switch (format)
        {
            case MemoryFormat.Contiguous:
                var step = 1L;
                for (var i = sizes.Length - 1; i >= 0; i--)
                {
                    strides[i] = step;
                    step *= Math.Max(sizes[i], 1);
                }

                return;
            case MemoryFormat.ChannelsLast when sizes.Length == 4:
                strides[1] = 1;
                strides[3] = Math.Max(sizes[1], 1);
                strides[2] = strides[3] * Math.Max(sizes[3], 1);
                strides[0] = strides[2] * Math.Max(sizes[2], 1);
                return;
            default:
                throw new ArgumentException($"A new tensor of {sizes.Length} dimensions cannot have the format {format}.", nameof(format));
        }
    }
}
