namespace Regimen.Torch;

public static unsafe partial class Aten
{
    /// <summary>The mean over some dimensions.</summary>
    /// <param name="self">The tensor.</param>
    /// <param name="dimensions">The dimensions; negative ones count from the end.</param>
    /// <param name="keepDimension">Whether they stay, with size 1.</param>
    /// <returns>The means.</returns>
    public static Tensor MeanDim(Tensor self, ReadOnlySpan<long> dimensions, bool keepDimension) =>
        Reduce("aten::mean\0"u8, "dim\0"u8, self, dimensions, keepDimension);

    /// <summary>The sum over some dimensions.</summary>
    /// <param name="self">The tensor.</param>
    /// <param name="dimensions">The dimensions; negative ones count from the end.</param>
    /// <param name="keepDimension">Whether they stay, with size 1.</param>
    /// <returns>The sums; of integers and truth values as Int64.</returns>
    public static Tensor Sum(Tensor self, ReadOnlySpan<long> dimensions, bool keepDimension) =>
        Reduce("aten::sum\0"u8, "dim_IntList\0"u8, self, dimensions, keepDimension);

    /// <summary>The sum of all elements.</summary>
    /// <param name="self">The tensor.</param>
    /// <returns>A tensor of no dimensions.</returns>
    public static Tensor Sum(Tensor self) =>
        Dispatcher.CallForTensor("aten::sum\0"u8, "\0"u8, [Dispatcher.Encode(self), Dispatcher.None]);

    /// <summary>The index of the largest element along a dimension.</summary>
    /// <param name="self">The tensor.</param>
    /// <param name="dimension">The dimension; negative ones count from the end.</param>
    /// <param name="keepDimension">Whether it stays, with size 1.</param>
    /// <returns>Indices, Int64.</returns>
    public static Tensor Argmax(Tensor self, int dimension, bool keepDimension = false) =>
        Dispatcher.CallForTensor(
            "aten::argmax\0"u8,
            "\0"u8,
            [Dispatcher.Encode(self), Dispatcher.EncodeOptional(Dispatcher.Encode((long)dimension)), Dispatcher.Encode(keepDimension)]);

    /// <summary>Reads the only element, whatever its type and device. On a GPU this waits for the work so far.</summary>
    /// <param name="self">A tensor of one element.</param>
    /// <returns>Its value.</returns>
    /// <exception cref="ArgumentException">The tensor has not exactly one element.</exception>
    public static double ReadDouble(Tensor self)
    {
        if (self.ElementCount != 1)
            throw new ArgumentException($"The tensor has {self.ElementCount} elements, not one.", nameof(self));
        if (self.Device.Type == DeviceType.Cpu)
            return ScalarTensor.Read(self.Data, self.ScalarType);
        var copy = ToDevice(self, Device.Cpu);
        var value = ScalarTensor.Read(copy.Data, copy.ScalarType);
        copy.Free();
        return value;
    }

    private static Tensor Reduce(
        ReadOnlySpan<byte> name, ReadOnlySpan<byte> overload, Tensor self, ReadOnlySpan<long> dimensions, bool keepDimension) =>
        Dispatcher.CallForTensor(
            name,
            overload,
            [
                Dispatcher.Encode(self), Dispatcher.EncodeOptional(Dispatcher.EncodeList(dimensions)),
                Dispatcher.Encode(keepDimension), Dispatcher.None,
            ]);
}
