namespace Regimen.Torch.Tests;

/// <summary>Tensors from and to arrays, and gradients by finite differences.</summary>
internal static unsafe class Numbers
{
    public static Tensor Floats(long[] shape, params ReadOnlySpan<float> values)
    {
        var tensor = Tensor.Empty(shape, ScalarType.Float32, Device.Cpu);
        Assert.Equal(values.Length, tensor.ElementCount);
        values.CopyTo(new Span<float>(tensor.Floats, values.Length));
        return tensor;
    }

    public static Tensor Longs(long[] shape, params ReadOnlySpan<long> values)
    {
        var tensor = Tensor.Empty(shape, ScalarType.Int64, Device.Cpu);
        Assert.Equal(values.Length, tensor.ElementCount);
        values.CopyTo(new Span<long>(tensor.Data, values.Length));
        return tensor;
    }

    /// <summary>Numbers in (−1, 1) from a fixed recurrence, without ties.</summary>
    public static Tensor Random(int seed, params long[] shape)
    {
        var tensor = Tensor.Empty(shape, ScalarType.Float32, Device.Cpu);
        var random = new Random(seed);
        for (var i = 0; i < tensor.ElementCount; i++)
            tensor.Floats[i] = (float)(2 * random.NextDouble() - 1);
        return tensor;
    }

    /// <summary>Reads in index order whatever the strides, and frees the tensor.</summary>
    public static double[] Take(Tensor tensor)
    {
        var doubles = Aten.ToType(tensor, ScalarType.Float64);
        var dense = Aten.Contiguous(doubles);
        var values = new Span<double>(dense.Data, (int)dense.ElementCount).ToArray();
        dense.Free();
        doubles.Free();
        tensor.Free();
        return values;
    }

    public static double[] Peek(Tensor tensor) => Take(tensor.Alias());

    public static void Near(double[] expected, double[] actual, double tolerance = 1e-5)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i])),
                $"at {i}: expected {expected[i]}, got {actual[i]}");
        }
    }

    /// <summary>
    /// The gradient of Σ weights·f(x) by x, by central differences in the input's own memory: an oracle for backward
    /// operators that shares nothing with them.
    /// </summary>
    public static double[] Gradient(Tensor x, Tensor weights, Func<Tensor> f, float step = 1e-2f)
    {
        var gradient = new double[x.ElementCount];
        for (var i = 0; i < gradient.Length; i++)
        {
            var original = x.Floats[i];
            x.Floats[i] = original + step;
            var above = Weighted(f());
            x.Floats[i] = original - step;
            var below = Weighted(f());
            x.Floats[i] = original;
            gradient[i] = (above - below) / (2.0 * step);
        }

        return gradient;

        double Weighted(Tensor output)
        {
            var factors = Peek(weights);
            return Take(output).Select((value, i) => value * factors[i]).Sum();
        }
    }
}
