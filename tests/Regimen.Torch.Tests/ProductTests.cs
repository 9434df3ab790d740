using static Regimen.Torch.Tests.Numbers;

namespace Regimen.Torch.Tests;

public class ProductTests
{
    [Fact]
    public void Mm_is_the_matrix_product()
    {
        var a = Floats([2, 3], 1, 2, 3, 4, 5, 6);
        var b = Floats([3, 2], 7, 8, 9, 10, 11, 12);
        Near([58, 64, 139, 154], Take(Aten.Mm(a, b)));

        var output = Tensor.Empty([2, 2], ScalarType.Float32, Device.Cpu);
        Aten.MmOut(a, b, output);
        Near([58, 64, 139, 154], Take(output));
        a.Free();
        b.Free();
    }

    [Fact]
    public void AddmmOut_adds_a_broadcast_bias_and_accumulates_into_its_own_output()
    {
        var a = Floats([2, 2], 1, 2, 3, 4);
        var b = Floats([2, 2], 5, 6, 7, 8);
        var bias = Floats([2], 100, 200);
        var output = Tensor.Empty([2, 2], ScalarType.Float32, Device.Cpu);
        Aten.AddmmOut(bias, a, b, output);
        Near([119, 222, 143, 250], Peek(output));

        Aten.AddmmOut(output, a, b, output, beta: 1, alpha: -1);
        Near([100, 200, 100, 200], Take(output));
        a.Free();
        b.Free();
        bias.Free();
    }

    [Fact]
    public void Transposes_are_views()
    {
        var a = Floats([2, 3], 1, 2, 3, 4, 5, 6);
        var t = Aten.T(a);
        Assert.Equal(3, t.Size(0));
        Assert.Equal(1, t.Stride(0));
        Near([1, 4, 2, 5, 3, 6], Take(t));
        Near([1, 4, 2, 5, 3, 6], Take(Aten.Transpose(a, -1, 0)));
        a.Free();
    }

    [Fact]
    public void An_error_names_the_operator()
    {
        var a = Floats([2, 3], 1, 2, 3, 4, 5, 6);
        var exception = Assert.Throws<TorchException>(() => Aten.Mm(a, a));
        Assert.Equal("aten::mm", exception.Operation);
        Assert.Contains("aten::mm", exception.Message, StringComparison.Ordinal);

        Assert.Equal("aten::addmm.out", Assert.Throws<TorchException>(() => Aten.AddmmOut(a, a, a, a)).Operation);
        a.Free();
    }
}
