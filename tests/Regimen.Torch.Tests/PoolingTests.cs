using static Regimen.Torch.Tests.Numbers;

namespace Regimen.Torch.Tests;

public class PoolingTests
{
    [Fact]
    public void Max_pool_returns_maxima_and_their_places_and_its_backward_scatters_there()
    {
        var x = Floats([1, 1, 2, 4], 1, 5, 2, 0, 3, 4, 8, 7);
        var pooled = Aten.MaxPool2dWithIndices(x, 2, 2);
        Near([5, 8], Peek(pooled.Output));
        Assert.Equal(ScalarType.Int64, pooled.Indices.ScalarType);
        Near([1, 6], Peek(pooled.Indices));

        var g = Floats([1, 1, 1, 2], 10, 20);
        Near([0, 10, 0, 0, 0, 0, 20, 0], Take(Aten.MaxPool2dWithIndicesBackward(g, x, pooled.Indices, 2, 2)));
        pooled.Free();
        x.Free();
        g.Free();
    }

    [Fact]
    public void Average_pool_counts_the_padding()
    {
        var x = Floats([1, 1, 2, 2], 1, 2, 3, 4);
        Near([2.5], Take(Aten.AvgPool2d(x, 2, 2)));
        Near([0.25, 0.5, 0.75, 1], Take(Aten.AvgPool2d(x, 2, 2, 1)));

        var g = Floats([1, 1, 1, 1], 8);
        Near([2, 2, 2, 2], Take(Aten.AvgPool2dBackward(g, x, 2, 2)));
        x.Free();
        g.Free();
    }
}
