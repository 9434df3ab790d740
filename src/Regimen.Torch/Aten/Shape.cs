namespace Regimen.Torch;

public static unsafe partial class Aten
{
    /// <summary>Dimensions of size 1 repeated without a copy.</summary>
    /// <param name="self">The tensor.</param>
    /// <param name="sizes">The shape wanted; −1 keeps a size.</param>
    /// <returns>A view over the same memory.</returns>
    public static Tensor Expand(Tensor self, ReadOnlySpan<long> sizes) =>
        Dispatcher.CallForTensor(
            "aten::expand\0"u8,
            "\0"u8,
            [Dispatcher.Encode(self), Dispatcher.EncodeList(sizes), Dispatcher.Encode(false)]);

    /// <summary>The same elements in another shape.</summary>
    /// <param name="self">The tensor.</param>
    /// <param name="sizes">The shape wanted; one of them may be −1.</param>
    /// <returns>A view where the memory allows it, otherwise a copy.</returns>
    public static Tensor Reshape(Tensor self, ReadOnlySpan<long> sizes) =>
        Dispatcher.CallForTensor("aten::reshape\0"u8, "\0"u8, [Dispatcher.Encode(self), Dispatcher.EncodeList(sizes)]);

    /// <summary>The dimensions in another order, as a view.</summary>
    /// <param name="self">The tensor.</param>
    /// <param name="dimensions">For each new dimension the old one.</param>
    /// <returns>A view over the same memory.</returns>
    public static Tensor Permute(Tensor self, ReadOnlySpan<long> dimensions) =>
        Dispatcher.CallForTensor("aten::permute\0"u8, "\0"u8, [Dispatcher.Encode(self), Dispatcher.EncodeList(dimensions)]);

    /// <summary>Any shape over the same memory.</summary>
    /// <param name="self">The tensor.</param>
    /// <param name="sizes">The shape.</param>
    /// <param name="strides">The distance, in elements, between neighbours in each dimension.</param>
    /// <param name="offset">The first element, counted from the start of the underlying memory.</param>
    /// <returns>A view over the same memory.</returns>
    public static Tensor AsStrided(Tensor self, ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides, long offset) =>
        Dispatcher.CallForTensor(
            "aten::as_strided\0"u8,
            "\0"u8,
            [
                Dispatcher.Encode(self), Dispatcher.EncodeList(sizes), Dispatcher.EncodeList(strides),
                Dispatcher.EncodeOptional(Dispatcher.Encode(offset)),
            ]);

    /// <summary>The tensor with its dimensions in a given order in memory.</summary>
    /// <param name="self">The tensor.</param>
    /// <param name="format">The order.</param>
    /// <returns>A second handle to the same tensor if it already is so, otherwise a copy.</returns>
    public static Tensor Contiguous(Tensor self, MemoryFormat format = MemoryFormat.Contiguous) =>
        Dispatcher.CallForTensor("aten::contiguous\0"u8, "\0"u8, [Dispatcher.Encode(self), Dispatcher.Encode(format)]);

    /// <summary>A copy.</summary>
    /// <param name="self">The tensor.</param>
    /// <param name="format">The order of its dimensions in memory.</param>
    /// <returns>A tensor with memory of its own.</returns>
    public static Tensor Clone(Tensor self, MemoryFormat format = MemoryFormat.Preserve) =>
        Dispatcher.CallForTensor(
            "aten::clone\0"u8,
            "\0"u8,
            [Dispatcher.Encode(self), Dispatcher.EncodeOptional(Dispatcher.Encode(format))]);

    /// <summary>Copies elements into a tensor, with broadcasting and conversion of type and device.</summary>
    /// <param name="self">Written to.</param>
    /// <param name="source">Read from.</param>
    /// <param name="nonBlocking">Whether a copy between pinned memory and a GPU may still be under way on return.</param>
    public static void CopyFrom(Tensor self, Tensor source, bool nonBlocking = false) =>
        Dispatcher.CallInPlace(
            "aten::copy_\0"u8,
            "\0"u8,
            [Dispatcher.Encode(self), Dispatcher.Encode(source), Dispatcher.Encode(nonBlocking)]);

    /// <summary>A copy with elements of another type.</summary>
    /// <param name="self">The tensor.</param>
    /// <param name="type">The type wanted.</param>
    /// <returns>A tensor with memory of its own, also if the type is the same.</returns>
    public static Tensor ToType(Tensor self, ScalarType type) =>
        ToCopy(self, Dispatcher.EncodeOptional(Dispatcher.Encode(type)), Dispatcher.None, nonBlocking: false);

    /// <summary>A copy on another device.</summary>
    /// <param name="self">The tensor.</param>
    /// <param name="device">The device wanted.</param>
    /// <param name="nonBlocking">Whether a copy from pinned memory may still be under way on return.</param>
    /// <returns>A tensor with memory of its own, also if the device is the same.</returns>
    public static Tensor ToDevice(Tensor self, Device device, bool nonBlocking = false) =>
        ToCopy(self, Dispatcher.None, Dispatcher.EncodeOptional(Dispatcher.Encode(device)), nonBlocking);

    /// <summary>Slices along a dimension, in a given order, with repetition: a batch of samples.</summary>
    /// <param name="self">The tensor.</param>
    /// <param name="dimension">The dimension.</param>
    /// <param name="index">Which slices: Int64 or Int32, one dimension.</param>
    /// <returns>The slices.</returns>
    public static Tensor IndexSelect(Tensor self, int dimension, Tensor index) =>
        Dispatcher.CallForTensor(
            "aten::index_select\0"u8,
            "\0"u8,
            [Dispatcher.Encode(self), Dispatcher.Encode((long)dimension), Dispatcher.Encode(index)]);

    private static Tensor ToCopy(Tensor self, ulong type, ulong device, bool nonBlocking) =>
        Dispatcher.CallForTensor(
            "aten::_to_copy\0"u8,
            "\0"u8,
            [
                Dispatcher.Encode(self), type, Dispatcher.None, device, Dispatcher.None,
                Dispatcher.Encode(nonBlocking), Dispatcher.None,
            ]);

    /// <summary>A copy with another element type, on another device; always a copy, even if nothing changes.</summary>
    public static Tensor ToType(Tensor self, ScalarType type, Device device)
    {
        if (self.Device == device)
            return ToType(self, type);
        var moved = ToDevice(self, device);
        var converted = ToType(moved, type);
        moved.Free();
        return converted;
    }

    /// <summary>Picks one element per position of <paramref name="index"/> along a dimension (<c>aten::gather</c>).</summary>
    /// <param name="self">Any type.</param>
    /// <param name="dimension">Along which the index counts.</param>
    /// <param name="index">Int64, as many dimensions as <paramref name="self"/>.</param>
    public static Tensor Gather(Tensor self, int dimension, Tensor index) =>
        Dispatcher.CallForTensor(
            "aten::gather\0"u8,
            "\0"u8,
            [Dispatcher.Encode(self), Dispatcher.Encode((long)dimension), Dispatcher.Encode(index), Dispatcher.Encode(false)]);
}
