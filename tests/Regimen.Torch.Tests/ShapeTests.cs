using static Regimen.Torch.Tests.Numbers;

namespace Regimen.Torch.Tests;

public unsafe class ShapeTests
{
    [Fact]
    public void Views_share_memory_and_copies_do_not()
    {
        var x = Floats([2, 3], 0, 1, 2, 3, 4, 5);
        var reshaped = Aten.Reshape(x, [3, -1]);
        var permuted = Aten.Permute(x, [1, 0]);
        var strided = x.View([2], [3], 1);
        var alias = x.Alias();
        var clone = Aten.Clone(x);
        foreach (var view in (Tensor[])[reshaped, permuted, alias])
            Assert.Equal((nint)x.Data, (nint)view.Data);
        Assert.Equal((nint)(x.Floats + 1), (nint)strided.Data);
        Assert.Equal(1, strided.StorageOffset);
        Assert.NotEqual((nint)x.Data, (nint)clone.Data);
        Assert.NotEqual(x, alias);

        // The memory outlives the handle it came with.
        x.Free();
        Near([0, 1, 2, 3, 4, 5], Take(reshaped));
        Near([0, 3, 1, 4, 2, 5], Take(permuted));
        Near([1, 4], Take(strided));
        Near([0, 1, 2, 3, 4, 5], Take(alias));
        Near([0, 1, 2, 3, 4, 5], Take(clone));
    }

    [Fact]
    public void Expand_repeats_without_a_copy()
    {
        var x = Floats([1, 2], 1, 2);
        var expanded = Aten.Expand(x, [3, -1]);
        Assert.Equal(0, expanded.Stride(0));
        Near([1, 2, 1, 2, 1, 2], Take(expanded));
        x.Free();
    }

    [Fact]
    public void Channels_last_reorders_memory_and_keeps_values()
    {
        var x = Floats([1, 2, 2, 2], 0, 1, 2, 3, 4, 5, 6, 7);
        var last = Aten.Contiguous(x, MemoryFormat.ChannelsLast);
        Assert.Equal(1, last.Stride(1));
        Assert.Equal([0f, 4, 1, 5, 2, 6, 3, 7], new Span<float>(last.Data, 8).ToArray());
        Near([0, 1, 2, 3, 4, 5, 6, 7], Peek(last));

        var empty = Tensor.Empty([1, 2, 2, 2], ScalarType.Float32, Device.Cpu, MemoryFormat.ChannelsLast);
        for (var i = 0; i < 4; i++)
            Assert.Equal(last.Stride(i), empty.Stride(i));
        Aten.CopyFrom(empty, x);
        Assert.Equal(5, empty.Floats[3]);
        Near([0, 1, 2, 3, 4, 5, 6, 7], Take(Aten.Clone(empty, MemoryFormat.Contiguous)));
        empty.Free();
        last.Free();
        x.Free();
    }

    [Fact]
    public void Contiguous_of_a_contiguous_tensor_is_no_copy()
    {
        var x = Floats([2], 1, 2);
        var same = Aten.Contiguous(x);
        Assert.Equal((nint)x.Data, (nint)same.Data);
        same.Free();
        x.Free();
    }

    [Fact]
    public void Copies_convert_types_and_index_select_gathers()
    {
        var x = Floats([3, 2], 1.75f, 2, 3, 4, 5, 6);
        var integers = Aten.ToType(x, ScalarType.Int32);
        Assert.Equal(ScalarType.Int32, integers.ScalarType);
        Near([1, 2, 3, 4, 5, 6], Take(integers));
        Near([1.75, 2, 3, 4, 5, 6], Take(Aten.ToDevice(x, Device.Cpu)));

        var index = Longs([4], 2, 0, 0, 1);
        Near([5, 6, 1.75, 2, 1.75, 2, 3, 4], Take(Aten.IndexSelect(x, 0, index)));
        index.Free();
        x.Free();
    }

    [Fact]
    public void A_blob_is_used_where_it_lies()
    {
        var memory = stackalloc float[] { 1, 2, 3, 4 };
        var transposed = Tensor.FromBlob(memory, [2, 2], [1, 2], ScalarType.Float32, Device.Cpu);
        Assert.Equal((nint)memory, (nint)transposed.Floats);
        Near([1, 3, 2, 4], Peek(transposed));
        Aten.MulInPlace(transposed, 10);
        Assert.Equal(20, memory[1]);
        transposed.Free();
        Assert.Equal(40, memory[3]);
    }

    [Fact]
    public void A_tensor_knows_itself()
    {
        var x = Tensor.Empty([4, 0, 2], ScalarType.Bool, Device.Cpu);
        Assert.Equal(3, x.Dimensions);
        Assert.Equal(0, x.ElementCount);
        Assert.Equal(2, x.Size(-1));
        Assert.Equal(ScalarType.Bool, x.ScalarType);
        Assert.Equal(Device.Cpu, x.Device);
        Assert.Equal("Bool[4, 0, 2] on Cpu", x.ToString());
        Assert.Throws<InvalidOperationException>(() => (nint)x.Floats);
        Assert.Throws<TorchException>(() => x.Size(3));
        x.Free();

        Assert.True(default(Tensor).IsNull);
        default(Tensor).Free();
        Assert.Throws<InvalidOperationException>(() => default(Tensor).ElementCount);
        Assert.Throws<ArgumentException>(() => Aten.Relu(default));
        Assert.Throws<ArgumentException>(() => Tensor.Empty([2], ScalarType.Bool, Device.Cpu, MemoryFormat.ChannelsLast));
    }
}
