using System.Runtime.InteropServices;
using Regimen.Torch.Loading;

namespace Regimen.Torch;

public static unsafe partial class Dispatcher
{
    /// <summary>The slot of an optional argument that is not given.</summary>
    public const ulong None = 0;

    /// <summary>Encodes a required tensor. The call gets a reference of its own; the caller keeps this one.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <returns>A slot for one call.</returns>
    /// <exception cref="ArgumentException">The handle is null.</exception>
    public static ulong Encode(Tensor tensor)
    {
        if (tensor.IsNull)
            throw new ArgumentException("A required tensor is null.", nameof(tensor));
        nint shared;
        Native.Check(Native.Api->NewHandle(tensor.Handle, &shared), "aoti_torch_new_tensor_handle");
        return (ulong)shared;
    }

    /// <summary>Encodes an integer.</summary>
    /// <param name="value">The integer.</param>
    /// <returns>A slot.</returns>
    public static ulong Encode(long value) => (ulong)value;

    /// <summary>Encodes a floating-point number (<c>float</c> in a schema is a double).</summary>
    /// <param name="value">The number.</param>
    /// <returns>A slot.</returns>
    public static ulong Encode(double value) => BitConverter.DoubleToUInt64Bits(value);

    /// <summary>Encodes a truth value.</summary>
    /// <param name="value">The truth value.</param>
    /// <returns>A slot.</returns>
    public static ulong Encode(bool value) => value ? 1ul : 0ul;

    /// <summary>Encodes an element type.</summary>
    /// <param name="type">The element type.</param>
    /// <returns>A slot.</returns>
    public static ulong Encode(ScalarType type) => (uint)type;

    /// <summary>Encodes a memory format.</summary>
    /// <param name="format">The memory format.</param>
    /// <returns>A slot.</returns>
    public static ulong Encode(MemoryFormat format) => (byte)format;

    /// <summary>Encodes a device: its type in the upper half, its index in the lower.</summary>
    /// <param name="device">The device.</param>
    /// <returns>A slot.</returns>
    public static ulong Encode(Device device) => ((ulong)(uint)device.Type << 32) | (uint)device.Index;

    /// <summary>Wraps an encoded value for an optional argument. The call frees the box.</summary>
    /// <param name="value">The encoded value of the argument's own type.</param>
    /// <returns>A slot for one call.</returns>
    public static ulong EncodeOptional(ulong value)
    {
        var api = Native.Api;
        ulong* box;
        if (api->NewBox != null)
            Native.Check(api->NewBox(&box), "torch_new_stable_ivalue");
        else if (api->OperatorNew != null)
            box = (ulong*)api->OperatorNew(sizeof(ulong));
        else
            box = (ulong*)NativeMemory.Alloc(sizeof(ulong));

        // Before 2.13 libtorch has no function for this and frees the box with C++'s delete. Its counterpart is operator
        // new; where that has another name (Windows) both are the C run time's malloc and free.
        *box = value;
        return (ulong)box;
    }

    /// <summary>Encodes a tensor for an optional argument.</summary>
    /// <param name="tensor">The tensor, or a null handle for "not given".</param>
    /// <returns>A slot for one call.</returns>
    public static ulong EncodeOptional(Tensor tensor) => tensor.IsNull ? None : EncodeOptional(Encode(tensor));

    /// <summary>Encodes a list of integers.</summary>
    /// <param name="values">The integers.</param>
    /// <returns>A slot for one call.</returns>
    public static ulong EncodeList(ReadOnlySpan<long> values)
    {
        var api = Native.Api;
        var list = NewList(values.Length);
        foreach (var value in values)
            Native.Check(api->ListPush(list, (ulong)value), "torch_list_push_back");
        return (ulong)list;
    }

    /// <summary>Encodes a list of two equal integers: a kernel, stride or padding that is the same in both directions.</summary>
    /// <param name="value">The integer.</param>
    /// <returns>A slot for one call.</returns>
    public static ulong EncodePair(long value)
    {
        ReadOnlySpan<long> pair = [value, value];
        return EncodeList(pair);
    }

    /// <summary>Encodes the mask by which backward operators are told which of three gradients to compute.</summary>
    /// <param name="first">Whether to compute the first, usually the input's.</param>
    /// <param name="second">Whether to compute the second, usually the weight's.</param>
    /// <param name="third">Whether to compute the third, usually the bias's.</param>
    /// <returns>A slot for one call.</returns>
    public static ulong EncodeMask(bool first, bool second, bool third)
    {
        ReadOnlySpan<long> mask = [first ? 1 : 0, second ? 1 : 0, third ? 1 : 0];
        return EncodeList(mask);
    }

    /// <summary>Encodes a list of tensors; each gets a reference of its own.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <returns>A slot for one call.</returns>
    public static ulong EncodeList(ReadOnlySpan<Tensor> tensors)
    {
        var api = Native.Api;
        var list = NewList(tensors.Length);
        foreach (var tensor in tensors)
            Native.Check(api->ListPush(list, Encode(tensor)), "torch_list_push_back");
        return (ulong)list;
    }

    /// <summary>Encodes a string.</summary>
    /// <param name="text">Its UTF-8 bytes, without a null.</param>
    /// <returns>A slot for one call.</returns>
    public static ulong EncodeString(ReadOnlySpan<byte> text)
    {
        nint handle;
        fixed (byte* bytes = text)
            Native.Check(Native.Api->NewString(bytes, (nuint)text.Length, &handle), "torch_new_string_handle");
        return (ulong)handle;
    }

    /// <summary>Takes over a tensor that a call returned.</summary>
    /// <param name="slot">The result's slot.</param>
    /// <returns>The tensor, which the caller frees; null where the operator returned none.</returns>
    public static Tensor DecodeTensor(ulong slot)
    {
        var tensor = new Tensor((nint)slot);
        if (tensor.IsNull)
            return default;
        byte defined;
        Native.Check(Native.Api->IsDefined(tensor.Handle, &defined), "aoti_torch_is_defined");
        if (defined != 0)
            return tensor;

        // A gradient that was not asked for comes back as a handle to an undefined tensor.
        tensor.Free();
        return default;
    }

    /// <summary>Reads an integer.</summary>
    /// <param name="slot">The result's slot.</param>
    /// <returns>The integer.</returns>
    public static long DecodeLong(ulong slot) => (long)slot;

    /// <summary>Reads a floating-point number.</summary>
    /// <param name="slot">The result's slot.</param>
    /// <returns>The number.</returns>
    public static double DecodeDouble(ulong slot) => BitConverter.UInt64BitsToDouble(slot);

    /// <summary>Reads a truth value.</summary>
    /// <param name="slot">The result's slot.</param>
    /// <returns>The truth value.</returns>
    public static bool DecodeBool(ulong slot) => (byte)slot != 0;

    /// <summary>Takes over a list that a call returned, and frees it. Tensors in it become the caller's.</summary>
    /// <param name="slot">The result's slot.</param>
    /// <param name="items">Filled with the items' slots.</param>
    /// <returns>The number of items.</returns>
    /// <exception cref="ArgumentException">There are more items than room; the list is freed all the same.</exception>
    public static int DecodeList(ulong slot, Span<ulong> items)
    {
        var api = Native.Api;
        var list = (nint)slot;
        try
        {
            nuint size;
            Native.Check(api->ListSize(list, &size), "torch_list_size");
            if (size > (nuint)items.Length)
                throw new ArgumentException($"The list has {size} items and there is room for {items.Length}.", nameof(items));
            fixed (ulong* first = items)
            {
                for (nuint i = 0; i < size; i++)
                    Native.Check(api->ListGet(list, i, first + i), "torch_list_get_item");
            }

            return (int)size;
        }
        finally
        {
            _ = api->DeleteList(list);
        }
    }

    private static nint NewList(int capacity)
    {
        nint list;
        Native.Check(Native.Api->NewList((nuint)capacity, &list), "torch_new_list_reserve_size");
        return list;
    }
}
