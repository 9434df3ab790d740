using static Regimen.Torch.Tests.Numbers;

namespace Regimen.Torch.Tests;

public class DispatcherTests
{
    [Fact]
    public void Lists_of_tensors_pass_in_both_directions()
    {
        var a = Floats([1], 1);
        var b = Floats([1], 2);
        Span<ulong> cat = [Dispatcher.EncodeList([a, b]), Dispatcher.Encode(0L)];
        Dispatcher.Call("aten::cat\0"u8, "\0"u8, cat);
        var joined = Dispatcher.DecodeTensor(cat[0]);
        Near([1, 2], Peek(joined));

        Span<ulong> split = [Dispatcher.Encode(joined), Dispatcher.Encode(0L)];
        Dispatcher.Call("aten::unbind\0"u8, "int\0"u8, split);
        Span<ulong> parts = stackalloc ulong[2];
        Assert.Equal(2, Dispatcher.DecodeList(split[0], parts));
        Near([1], Take(Dispatcher.DecodeTensor(parts[0])));
        Near([2], Take(Dispatcher.DecodeTensor(parts[1])));
        joined.Free();
        a.Free();
        b.Free();
    }

    [Fact]
    public void Optionals_pass_as_values_and_as_none()
    {
        var x = Floats([2, 2], 1, 2, 3, 4);

        // A type that is given; an integer, a list and a type that are not.
        Span<ulong> given = [Dispatcher.Encode(x), Dispatcher.EncodeOptional(Dispatcher.Encode(ScalarType.Float64))];
        Dispatcher.Call("aten::sum\0"u8, "\0"u8, given);
        var sum = Dispatcher.DecodeTensor(given[0]);
        Assert.Equal(ScalarType.Float64, sum.ScalarType);
        Near([10], Take(sum));

        Span<ulong> none = [Dispatcher.Encode(x), Dispatcher.None, Dispatcher.Encode(false)];
        Dispatcher.Call("aten::argmax\0"u8, "\0"u8, none);
        Near([3], Take(Dispatcher.DecodeTensor(none[0])));

        Span<ulong> dimensions = [Dispatcher.Encode(x), Dispatcher.None, Dispatcher.Encode(true), Dispatcher.None];
        Dispatcher.Call("aten::mean\0"u8, "dim\0"u8, dimensions);
        var mean = Dispatcher.DecodeTensor(dimensions[0]);
        Assert.Equal(2, mean.Dimensions);
        Near([2.5], Take(mean));
        x.Free();
    }

    [Fact]
    public void Integers_floats_bools_types_devices_and_formats_arrive_as_meant()
    {
        // empty.memory_format(SymInt[] size, *, dtype?, layout?, device?, pin_memory?, memory_format?)
        Span<ulong> empty =
        [
            Dispatcher.EncodeList([2L, 3, 4, 5]), Dispatcher.EncodeOptional(Dispatcher.Encode(ScalarType.BFloat16)),
            Dispatcher.None, Dispatcher.EncodeOptional(Dispatcher.Encode(Device.Cpu)),
            Dispatcher.EncodeOptional(Dispatcher.Encode(false)),
            Dispatcher.EncodeOptional(Dispatcher.Encode(MemoryFormat.ChannelsLast)),
        ];
        Dispatcher.Call("aten::empty\0"u8, "memory_format\0"u8, empty);
        var tensor = Dispatcher.DecodeTensor(empty[0]);
        Assert.Equal("BFloat16[2, 3, 4, 5] on Cpu", tensor.ToString());
        Assert.Equal(1, tensor.Stride(1));

        Span<ulong> size = [Dispatcher.Encode(tensor), Dispatcher.Encode(-2L)];
        Dispatcher.Call("aten::size\0"u8, "int\0"u8, size);
        Assert.Equal(4, Dispatcher.DecodeLong(size[0]));

        Span<ulong> same = [Dispatcher.Encode(tensor), Dispatcher.Encode(tensor)];
        Dispatcher.Call("aten::is_same_size\0"u8, "\0"u8, same);
        Assert.True(Dispatcher.DecodeBool(same[0]));

        tensor.Free();
    }

    [Fact]
    public void An_unknown_operator_a_scalar_and_an_unterminated_name_are_refused()
    {
        var unknown = Assert.Throws<TorchException>(() => Dispatcher.Call("aten::no_such_operator\0"u8, "\0"u8, []));
        Assert.Contains("aten::no_such_operator", unknown.Message, StringComparison.Ordinal);

        var x = Floats([1], 1);
        var scalar = Assert.Throws<TorchException>(
            () => Dispatcher.Call("aten::mul\0"u8, "Scalar\0"u8, [Dispatcher.Encode(x), Dispatcher.Encode(2.0)]));
        Assert.Equal("aten::mul.Scalar", scalar.Operation);
        x.Free();

        Assert.Throws<ArgumentException>(() => Dispatcher.Call("aten::mm"u8, "\0"u8, []));
    }

    [Fact]
    public void Decoded_numbers_are_the_encoded_ones()
    {
        Assert.Equal(-3, Dispatcher.DecodeLong(Dispatcher.Encode(-3L)));
        Assert.Equal(-0.1, Dispatcher.DecodeDouble(Dispatcher.Encode(-0.1)));
        Assert.True(Dispatcher.DecodeBool(Dispatcher.Encode(true)));
        Assert.Equal(0x1_0000_0002ul, Dispatcher.Encode(new Device(DeviceType.Cuda, 2)));
        Assert.Equal(0xFFFF_FFFFul, Dispatcher.Encode(Device.Cpu));
    }
}
