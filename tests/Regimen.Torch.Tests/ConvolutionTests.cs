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
}
