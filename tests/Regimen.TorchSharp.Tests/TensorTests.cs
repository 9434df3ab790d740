using System.Diagnostics;
using Regimen.Torch;
using TorchSharp;

namespace Regimen.TorchSharp.Tests;

/// <summary>One tensor, two sides: who owns what, and when the memory goes.</summary>
public sealed unsafe class TensorTests
{
    public TensorTests() => TorchSharpBackend.Load();

    [Fact]
    public void Regimen_sees_the_same_elements_shape_and_strides()
    {
        using var whole = torch.arange(24, torch.float32).reshape(2, 3, 4);
        using var part = whole.transpose(0, 2).slice(0, 1, 4, 2);
        using var shared = part.ToRegimen();
        Assert.Equal("Float32[2, 3, 2] on Cpu", shared.Tensor.ToString());
        Assert.Equal([2L, 4, 12], Enumerable.Range(0, 3).Select(shared.Tensor.Stride));
        Assert.Equal(1, shared.Tensor.StorageOffset);

        // x[2, 1, 0] of the whole, once through each side.
        shared.Tensor.Floats[2] = 77;
        Assert.Equal(77, whole[0, 0, 3].item<float>());
        whole.fill_(5);
        Assert.Equal(5, shared.Tensor.Floats[0]);
    }

    [Fact]
    public void TorchSharp_sees_the_same_elements_shape_and_strides()
    {
        var images = Tensor.Empty([2, 3, 4, 5], ScalarType.Float32, Device.Cpu, MemoryFormat.ChannelsLast);
        Aten.Fill(images, 3);
        using (var theirs = images.ToTorchSharp())
        {
            Assert.Equal([2L, 3, 4, 5], theirs.shape);
            Assert.Equal([60L, 1, 15, 3], theirs.stride());
            theirs.add_(1);
        }

        Assert.Equal(4, images.Floats[0]);
        images.Free();
    }

    [Theory]
    [InlineData(ScalarType.UInt8, torch.ScalarType.Byte)]
    [InlineData(ScalarType.Int8, torch.ScalarType.Int8)]
    [InlineData(ScalarType.Int16, torch.ScalarType.Int16)]
    [InlineData(ScalarType.Int32, torch.ScalarType.Int32)]
    [InlineData(ScalarType.Int64, torch.ScalarType.Int64)]
    [InlineData(ScalarType.Float16, torch.ScalarType.Float16)]
    [InlineData(ScalarType.Float32, torch.ScalarType.Float32)]
    [InlineData(ScalarType.Float64, torch.ScalarType.Float64)]
    [InlineData(ScalarType.Bool, torch.ScalarType.Bool)]
    [InlineData(ScalarType.BFloat16, torch.ScalarType.BFloat16)]
    public void Element_types_have_the_same_numbers(ScalarType ours, torch.ScalarType theirs)
    {
        var tensor = Tensor.Empty([2], ours, Device.Cpu);
        using var moved = tensor.MoveToTorchSharp();
        Assert.Equal(theirs, moved.dtype);
        using var back = moved.ToRegimen();
        Assert.Equal(ours, back.Tensor.ScalarType);
    }

    [Fact]
    public void Either_side_may_let_go_first()
    {
        var theirs = torch.full([3], 2, torch.float32);
        var shared = theirs.ToRegimen();
        theirs.Dispose();
        Assert.Equal(2, shared.Tensor.Floats[2]);
        using var again = shared.Tensor.ToTorchSharp();
        shared.Dispose();
        Assert.Equal(6, again.sum().item<float>());
    }

    [Fact]
    public void A_moved_tensor_is_the_same_handle_and_belongs_to_one_side_only()
    {
        var tensor = Tensor.Empty([3], ScalarType.Float32, Device.Cpu);
        var handle = tensor.Handle;
        var moved = tensor.MoveToTorchSharp();
        Assert.Equal(handle, moved.Handle);

        // The variable is empty now: freeing it again, or moving it again, touches nothing.
        Assert.True(tensor.IsNull);
        tensor.Free();
        Assert.Throws<InvalidOperationException>(() => tensor.MoveToTorchSharp());
        Assert.Throws<InvalidOperationException>(() => tensor.ToTorchSharp());
        moved.fill_(1);
        Assert.Equal(3, moved.sum().item<float>());
        moved.Dispose();
        moved.Dispose();
    }

    [Fact]
    public void Disposing_twice_frees_once_and_use_after_it_is_an_exception()
    {
        using var theirs = torch.ones(3);
        var shared = theirs.ToRegimen();
        shared.Dispose();
        shared.Dispose();
        Assert.Throws<ObjectDisposedException>(() => shared.Tensor);

        // Were the handle freed twice, its block would now be given to two owners.
        using var first = theirs.ToRegimen();
        using var second = theirs.ToRegimen();
        Assert.NotEqual(first.Tensor.Handle, second.Tensor.Handle);

        var gone = torch.ones(3);
        gone.Dispose();
        Assert.Throws<ObjectDisposedException>(() => gone.ToRegimen());
        Assert.Throws<ArgumentNullException>(() => ((torch.Tensor)null!).ToRegimen());
    }

    [Fact]
    public void Of_threads_that_dispose_at_once_one_frees()
    {
        using var theirs = torch.ones(3);
        for (var round = 0; round < 200; round++)
        {
            var shared = theirs.ToRegimen();
            Parallel.For(0, 4, _ => shared.Dispose());
        }

        Assert.Equal(3, theirs.sum().item<float>());
    }

    [Fact]
    public void A_dispose_scope_owns_what_comes_from_Regimen_and_leaves_references_to_it()
    {
        var tensor = Tensor.Empty([3], ScalarType.Float32, Device.Cpu);
        Aten.Fill(tensor, 4);
        torch.Tensor inside;
        TensorReference kept;
        using (torch.NewDisposeScope())
        {
            inside = tensor.MoveToTorchSharp();
            kept = (inside + 1).ToRegimen();
        }

        Assert.True(inside.IsInvalid);
        Assert.Equal(5, kept.Tensor.Floats[0]);
        kept.Dispose();
    }

    [Fact]
    public void Elements_stay_while_the_collector_takes_everything_else()
    {
        var shared = Enumerable.Range(0, 100).Select(Make).ToArray();
        Collect();

        // What was freed by mistake would be given to these and overwritten.
        using (torch.NewDisposeScope())
        {
            for (var index = 0; index < 200; index++)
                torch.full([1000], -1, torch.float32);
        }

        for (var index = 0; index < shared.Length; index++)
        {
            Assert.Equal(index, shared[index].Tensor.Floats[999]);
            using var theirs = shared[index].Tensor.ToTorchSharp();
            Collect(index);
            Assert.Equal(1000f * index, theirs.sum().item<float>());
            shared[index].Dispose();
        }

        // Nobody holds TorchSharp's object any more once this returns.
        static TensorReference Make(int value) => torch.full([1000], value, torch.float32).ToRegimen();

        static void Collect(int every = 0)
        {
            if (every % 10 != 0)
                return;
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    [Fact]
    public void Forgotten_references_are_freed_by_the_collector()
    {
        const int Megabytes = 16, Rounds = 100;
        Forget(Megabytes);
        var before = Resident();
        for (var round = 0; round < Rounds; round++)
        {
            Forget(Megabytes);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        var grown = (Resident() - before) >> 20;
        Assert.True(grown < Rounds * Megabytes / 4, $"{Rounds} forgotten tensors of {Megabytes} MB left {grown} MB behind.");

        static void Forget(int megabytes)
        {
            using var theirs = torch.ones(megabytes << 18);
            theirs.ToRegimen();
            theirs.ToRegimen().Tensor.ToTorchSharp();
        }

        static long Resident()
        {
            using var process = Process.GetCurrentProcess();
            return process.WorkingSet64;
        }
    }
}
