using static Regimen.Torch.Tests.Numbers;

namespace Regimen.Torch.Tests;

public unsafe class ElementwiseTests
{
    [Fact]
    public void Arithmetic_broadcasts()
    {
        var a = Floats([2, 2], 1, 2, 3, 4);
        var b = Floats([2], 10, 20);
        Near([11, 22, 13, 24], Take(Aten.Add(a, b)));
        Near([6, 12, 8, 14], Take(Aten.Add(a, b, 0.5)));
        Near([-9, -18, -7, -16], Take(Aten.Sub(a, b)));
        Near([10, 40, 30, 80], Take(Aten.Mul(a, b)));
        Near([0.1, 0.1, 0.3, 0.2], Take(Aten.Div(a, b)));
        Near([-1, -2, -3, -4], Take(Aten.Neg(a)));
        Near([Math.E, Math.Exp(2), Math.Exp(3), Math.Exp(4)], Take(Aten.Exp(a)));
        Near([Math.Log(2), Math.Log(3), Math.Log(4), Math.Log(5)], Take(Aten.Log1P(a)));
        a.Free();
        b.Free();
    }

    [Fact]
    public void In_place_operators_write_into_the_same_memory()
    {
        var a = Floats([2], 1, 2);
        var b = Floats([2], 10, 20);
        var memory = (nint)a.Data;
        Aten.AddInPlace(a, b);
        Near([11, 22], Peek(a));
        Aten.AddInPlace(a, b, -0.5);
        Near([6, 12], Peek(a));
        Aten.MulInPlace(a, b);
        Near([60, 240], Peek(a));
        Aten.MulInPlace(a, 0.5);
        Near([30, 120], Peek(a));
        Aten.DivInPlace(a, 4);
        Near([7.5, 30], Peek(a));
        Aten.Fill(a, -1.5);
        Near([-1.5, -1.5], Peek(a));
        Aten.Zero(a);
        Near([0, 0], Peek(a));
        Assert.Equal(memory, (nint)a.Data);
        a.Free();
        b.Free();
    }

    [Theory]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.Int64)]
    [InlineData(ScalarType.Int32)]
    [InlineData(ScalarType.UInt8)]
    public void A_number_does_not_change_a_tensors_type(ScalarType type)
    {
        var ones = Floats([3], 1, 2, 3);
        var tensor = Aten.ToType(ones, type);
        var product = Aten.Mul(tensor, 3);
        Assert.Equal(type, product.ScalarType);
        Near([3, 6, 9], Take(product));

        var single = Tensor.Empty([], type, Device.Cpu);
        Aten.Fill(single, 5);
        Assert.Equal(5, Aten.ReadDouble(single));
        product = Aten.Mul(single, 2);
        Assert.Equal(type, product.ScalarType);
        Assert.Equal(10, Aten.ReadDouble(product));
        product.Free();
        single.Free();
        tensor.Free();
        ones.Free();
    }

    [Fact]
    public void Eq_compares()
    {
        var a = Longs([3], 1, 2, 3);
        var b = Longs([3], 1, 0, 3);
        var equal = Aten.Eq(a, b);
        Assert.Equal(ScalarType.Bool, equal.ScalarType);
        Assert.Equal(2, Aten.ReadDouble(Aten.Sum(equal)));
        Near([1, 0, 1], Take(equal));
        a.Free();
        b.Free();
    }
}
