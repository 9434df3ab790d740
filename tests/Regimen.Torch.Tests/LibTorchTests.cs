using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static Regimen.Torch.Tests.Numbers;

namespace Regimen.Torch.Tests;

// Counts allocations and changes thread counts, so nothing else may run beside it.
[CollectionDefinition(nameof(WholeProcess), DisableParallelization = true)]
public sealed class WholeProcess;

[Collection(nameof(WholeProcess))]
public unsafe class LibTorchTests
{
    [Fact]
    public void Version_and_devices_are_known()
    {
        LibTorch.Load();
        Assert.True(LibTorch.Version >= new Version(2, 10));
        if (LibTorch.Version == new Version(2, 10, 0))
            Assert.False(LibTorch.HasCuda, "The package has no CUDA.");
    }

    [Fact]
    public void Threads_can_be_set()
    {
        var before = LibTorch.Threads;
        LibTorch.Threads = 2;
        Assert.Equal(2, LibTorch.Threads);
        LibTorch.Threads = before;
        Assert.Throws<ArgumentOutOfRangeException>(() => LibTorch.Threads = 0);
    }

    [Theory]
    [InlineData(0, 1000, 10)]
    [InlineData(3, 4, 1)]
    [InlineData(5, 5, 1)]
    [InlineData(17, 1000, 100_000)]
    public void Parallel_for_covers_each_index_once(long begin, long end, long grain)
    {
        var before = LibTorch.Threads;
        LibTorch.Threads = 4;
        var counts = stackalloc int[1000];
        new Span<int>(counts, 1000).Clear();
        LibTorch.ParallelFor(begin, end, grain, &CountUp, counts);
        for (var i = 0; i < 1000; i++)
            Assert.Equal(i >= begin && i < end ? 1 : 0, counts[i]);
        LibTorch.Threads = before;
        Assert.Equal(0, LibTorch.ThreadIndex);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void CountUp(long begin, long end, void* context)
    {
        for (var i = begin; i < end; i++)
            Interlocked.Increment(ref ((int*)context)[i]);
    }

    [Fact]
    public void Memory_can_be_kept()
    {
        if (OperatingSystem.IsLinux())
            Assert.True(LibTorch.KeepMemory());
    }

    [Fact]
    public void A_thousand_steps_allocate_no_managed_byte()
    {
        var x = Random(1, 4, 3, 8, 8);
        var w = Random(2, 5, 3, 3, 3);
        var b = Random(3, 5);
        var parameter = Random(4, 5);
        Step(x, w, b, parameter, 100);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Step(x, w, b, parameter, 1000);
        var after = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(0, after - before);
        x.Free();
        w.Free();
        b.Free();
        parameter.Free();
    }

    // One call of every kind of wrapper: optionals, lists, strings, scalars, typed calls, several results, in place.
    private static void Step(Tensor x, Tensor w, Tensor b, Tensor parameter, int count)
    {
        // Not literals in the calls: in unoptimised code the run time allocates 72 bytes for each constant span of longs.
        ReadOnlySpan<long> plane = stackalloc long[] { 2, 3 }, batch = stackalloc long[] { 0 };
        ReadOnlySpan<long> sizes = stackalloc long[] { 5 }, strides = stackalloc long[] { 1 };
        for (var i = 0; i < count; i++)
        {
            var y = Aten.Convolution(x, w, b, 1, 1, 1, 1);
            var norm = Aten.NativeBatchNorm(y, default, default, default, default, true, 0.1, 1e-5);
            var active = Aten.Gelu(norm.Output);
            var pooled = Aten.MaxPool2dWithIndices(active, 2, 2);
            var mean = Aten.MeanDim(pooled.Output, plane, false);
            var logs = Aten.LogSoftmax(mean, 1);
            var sum = Aten.Sum(logs, batch, false);
            var slope = Aten.ThresholdBackward(sum, sum, 0);
            var gradients = Aten.ConvolutionBackward(y, x, w, true, 1, 1, 1, 1, false, true, true);
            Aten.AddInPlace(parameter, gradients.Bias, -1e-6 * i);
            Aten.MulInPlace(parameter, 0.99);
            var view = parameter.View(sizes, strides, 0);
            var total = Aten.Sum(view);
            if (double.IsInfinity(Aten.ReadDouble(total)) || view.Size(0) != 5)
                throw new InvalidOperationException();
            total.Free();
            view.Free();
            gradients.Free();
            slope.Free();
            sum.Free();
            logs.Free();
            mean.Free();
            pooled.Free();
            active.Free();
            norm.Free();
            y.Free();
        }
    }
}
