using static Regimen.Torch.Tests.Numbers;

namespace Regimen.Torch.Tests;

public class ConvolutionTests
{
    [Fact]
    public void Convolution_slides_the_kernel_and_adds_the_bias()
    {
        var x = Floats([1, 1, 3, 3], 1, 2, 3, 4, 5, 6, 7, 8, 9);
        var w = Floats([1, 1, 2, 2], 1, 0, 0, -1);
        var b = Floats([1], 10);
        Near([6, 6, 6, 6], Take(Aten.Convolution(x, w, b, 1, 0, 1, 1)));
        Near([-4, -4, -4, -4], Take(Aten.Convolution(x, w, default, 1, 0, 1, 1)));

        // Stride 2 with one row of padding: the windows' corners are (−1,−1), (−1,1), (1,−1), (1,1).
        Near([-1, -3, -7, 5 - 9], Take(Aten.Convolution(x, w, default, 2, 1, 1, 1)));
        x.Free();
        w.Free();
        b.Free();
    }

    [Fact]
    public void Groups_and_dilation_split_channels_and_spread_the_kernel()
    {
        var x = Floats([1, 2, 3, 3], 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60, 70, 80, 90);
        var w = Floats([2, 1, 2, 2], 1, 1, 1, 1, 1, 0, 0, 0);
        Near([1 + 3 + 7 + 9, 10], Take(Aten.Convolution(x, w, default, 1, 0, 2, 2)));
        x.Free();
        w.Free();
    }

    [Fact]
    public void ConvolutionBackward_agrees_with_finite_differences()
    {
        var x = Random(1, 2, 3, 5, 5);
        var w = Random(2, 4, 3, 3, 3);
        var b = Random(3, 4);
        var g = Random(4, 2, 4, 3, 3);
        var gradients = Aten.ConvolutionBackward(g, x, w, true, 2, 1, 1, 1, true, true, true);
        Func<Tensor> f = () => Aten.Convolution(x, w, b, 2, 1, 1, 1);
        Near(Gradient(x, g, f), Peek(gradients.Input), 1e-3);
        Near(Gradient(w, g, f), Peek(gradients.Weight), 1e-3);
        Near(Gradient(b, g, f), Peek(gradients.Bias), 1e-3);
        gradients.Free();

        var some = Aten.ConvolutionBackward(g, x, w, false, 2, 1, 1, 1, false, true, false);
        Assert.True(some.Input.IsNull);
        Assert.True(some.Bias.IsNull);
        Near(Gradient(w, g, f), Peek(some.Weight), 1e-3);
        some.Free();
        x.Free();
        w.Free();
        b.Free();
        g.Free();
    }

    // oneDNN's kernel for these writes beyond its workspace; then the process ends here, or some time later.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(8, 1)]
    [InlineData(8, 4)]
    [InlineData(15, 1)]
    [InlineData(16, 1)]
    public void Gradients_of_a_strided_kernel_of_one_pixel_agree_with_finite_differences_and_leave_the_heap_whole(int channels, int groups)
    {
        var dense = Random(1, 2, channels, 14, 13);
        var x = Aten.Contiguous(dense, MemoryFormat.ChannelsLast);
        var w = Random(2, 4, channels / groups, 1, 1);
        var b = Random(3, 4);
        var g = Random(4, 2, 4, 7, 7);
        Func<Tensor> f = () => Aten.Convolution(x, w, b, 2, 0, 1, groups);
        for (var again = 0; again < 20; again++)
        {
            var gradients = Aten.ConvolutionBackward(g, x, w, true, 2, 0, 1, groups, true, true, true);
            if (again == 0)
            {
                Near(Gradient(w, g, f), Peek(gradients.Weight), 2e-3);
                Near(Gradient(b, g, f), Peek(gradients.Bias), 2e-3);
                Near(InputGradient(), Peek(gradients.Input), 1e-5);
            }

            gradients.Free();
        }

        foreach (var tensor in (Tensor[])[dense, x, w, b, g])
            tensor.Free();

        // Each pixel that is met spreads its gradient over the channels of its group; the others get none.
        double[] InputGradient()
        {
            double[] weight = Peek(w), output = Peek(g), input = new double[2 * channels * 14 * 13];
            int perGroup = channels / groups, outputs = 4 / groups;
            for (var n = 0; n < 2; n++)
            {
                for (var c = 0; c < channels; c++)
                {
                    for (var row = 0; row < 7; row++)
                    {
                        for (var column = 0; column < 7; column++)
                        {
                            for (var o = c / perGroup * outputs; o < (c / perGroup + 1) * outputs; o++)
                                input[((n * channels + c) * 14 + 2 * row) * 13 + 2 * column] += weight[o * perGroup + c % perGroup] * output[((n * 4 + o) * 7 + row) * 7 + column];
                        }
                    }
                }
            }

            return input;
        }
    }
}
