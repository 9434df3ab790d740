using System.Runtime.InteropServices;
using Regimen.Kernels;
using Regimen.Torch;

namespace Regimen.Tests.Kernels;

/// <summary>
/// Convolutions in float32 against the same in float64, which libtorch computes with other code; in memory that malloc fills with large numbers,
/// since some of oneDNN's faults are reads of memory that nobody wrote, which is zero in a fresh process.
/// </summary>
[Collection(nameof(FilledMemory))]
public sealed unsafe class ConvolutionTests : IDisposable
{
    // glibc's M_PERTURB; freed memory gets the byte, new memory its complement: 0x42424242 is 48.6.
    private const int Perturb = -6, Complement = 0xBD;

    public ConvolutionTests() => Fill(Complement);

    public void Dispose() => Fill(0);

    [Theory]
    [InlineData(3, 33, 1, 1, 0, 1)]    // windows of one pixel: a last block of one output channel
    [InlineData(13, 65, 1, 1, 0, 1)]
    [InlineData(16, 32, 1, 1, 0, 1)]
    [InlineData(8, 16, 1, 2, 0, 1)]    // strided ones: fewer input channels than a block, where the weight's gradient ends the process
    [InlineData(1, 16, 1, 2, 0, 1)]
    [InlineData(32, 65, 1, 3, 0, 1)]
    [InlineData(6, 9, 1, 2, 0, 3)]
    [InlineData(5, 7, 1, 1, 1, 1)]
    [InlineData(4, 65, 1, 2, 1, 1)]
    [InlineData(3, 6, 3, 1, 1, 3)]     // one input channel and several outputs per group
    [InlineData(4, 28, 5, 2, 2, 4)]
    [InlineData(3, 6, 1, 1, 0, 3)]
    [InlineData(1, 20, 5, 1, 0, 1)]    // one input channel
    [InlineData(1, 3, 3, 2, 1, 1)]
    [InlineData(1, 1, 3, 1, 1, 1)]
    [InlineData(8, 8, 3, 1, 1, 8)]     // a group per channel
    [InlineData(8, 16, 3, 2, 1, 1)]    // the ordinary
    [InlineData(33, 65, 3, 1, 1, 1)]
    public void Results_and_gradients_are_those_of_float64(int channels, int outputs, int kernel, int stride, int padding, int groups)
    {
        using var images = new Numbers(1, [7, channels, 11, 9]);
        using var weight = new Numbers(2, [outputs, channels / groups, kernel, kernel]);
        using var bias = new Numbers(3, [outputs]);
        var dilation = kernel == 3 && groups == 1 ? 2 : 1;
        var wide = Convolution.Forward(images.Wide, weight.Wide, bias.Wide, stride, padding, dilation, groups);
        var narrow = Convolution.Forward(images.Narrow, weight.Narrow, bias.Narrow, stride, padding, dilation, groups);
        using var grad = new Numbers(4, [wide.Size(0), wide.Size(1), wide.Size(2), wide.Size(3)]);
        Near(Aten.Convolution(images.Wide, weight.Wide, bias.Wide, stride, padding, dilation, groups), wide.Alias(), 1e-12);
        Near(wide, narrow, 1e-5);

        var reference = Aten.ConvolutionBackward(grad.Wide, images.Wide, weight.Wide, true, stride, padding, dilation, groups, true, true, true);
        foreach (var type in (ScalarType[])[ScalarType.Float64, ScalarType.Float32])
        {
            using var weightGrad = new Numbers(5, [outputs, channels / groups, kernel, kernel]);
            using var biasGrad = new Numbers(5, [outputs]);
            var inputGrad = Convolution.Backward(
                grad.Of(type), images.Of(type), weight.Of(type), weightGrad.Of(type), biasGrad.Of(type), stride, padding, dilation, groups);
            var tolerance = type == ScalarType.Float64 ? 1e-12 : 2e-5;
            Near(reference.Input.Alias(), inputGrad, tolerance);
            Near(reference.Weight.Alias(), weightGrad.Of(type).Alias(), tolerance);
            Near(reference.Bias.Alias(), biasGrad.Of(type).Alias(), tolerance);

            // Without the input's gradient the ways differ.
            Convolution.Backward(
                grad.Of(type), images.Of(type), weight.Of(type), weightGrad.Of(type), default, stride, padding, dilation, groups, inputGradient: false).Free();
            Near(reference.Weight.Alias(), weightGrad.Of(type).Alias(), tolerance);
        }

        reference.Free();
    }

    private static void Near(Tensor expected, Tensor actual, double tolerance)
    {
        double[] e = Take(expected), a = Take(actual);
        Assert.Equal(e.Length, a.Length);
        var scale = Math.Max(1, e.Max(Math.Abs));
        for (var i = 0; i < e.Length; i++)
            Assert.True(Math.Abs(e[i] - a[i]) <= tolerance * scale, $"at {i}: expected {e[i]}, got {a[i]}");
    }

    private static double[] Take(Tensor tensor)
    {
        var wide = Aten.ToType(tensor, ScalarType.Float64);
        var dense = Aten.Contiguous(wide);
        var values = new Span<double>(dense.Data, (int)dense.ElementCount).ToArray();
        dense.Free();
        wide.Free();
        tensor.Free();
        return values;
    }

    private static void Fill(int complement)
    {
        if (OperatingSystem.IsLinux() && NativeLibrary.TryGetExport(NativeLibrary.Load("libc.so.6"), "mallopt", out var mallopt))
            ((delegate* unmanaged[Cdecl]<int, int, int>)mallopt)(Perturb, complement);
    }

    /// <summary>Numbers in (−1, 1), in both element types; images and weights channels-last.</summary>
    private sealed class Numbers : IDisposable
    {
        public Numbers(int seed, long[] shape)
        {
            var random = new Random(seed);
            Wide = Tensor.Empty(shape, ScalarType.Float64, Device.Cpu, shape.Length == 4 ? MemoryFormat.ChannelsLast : MemoryFormat.Contiguous);
            for (var i = 0; i < Wide.ElementCount; i++)
                ((double*)Wide.Data)[i] = (float)(2 * random.NextDouble() - 1);
            Narrow = Aten.ToType(Wide, ScalarType.Float32);
        }

        public Tensor Wide { get; }

        public Tensor Narrow { get; }

        public Tensor Of(ScalarType type) => type == ScalarType.Float64 ? Wide : Narrow;

        public void Dispose()
        {
            Wide.Free();
            Narrow.Free();
        }
    }
}

/// <summary>malloc's settings are the process's.</summary>
[CollectionDefinition(nameof(FilledMemory), DisableParallelization = true)]
public sealed class FilledMemory;
