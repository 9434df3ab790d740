using static Regimen.Torch.Tests.Numbers;

namespace Regimen.Torch.Tests;

public class ReductionAndLossTests
{
    [Fact]
    public void Sums_and_means_reduce_the_given_dimensions()
    {
        var x = Floats([2, 3], 1, 2, 3, 4, 5, 9);
        Near([5, 7, 12], Take(Aten.Sum(x, [0], false)));
        var kept = Aten.Sum(x, [-1], true);
        Assert.Equal(2, kept.Dimensions);
        Near([6, 18], Take(kept));
        Near([24], Take(Aten.Sum(x)));
        Near([2, 6], Take(Aten.MeanDim(x, [1], false)));
        Near([4], Take(Aten.MeanDim(x, [0, 1], false)));
        Near([2, 2], Take(Aten.Argmax(x, 1)));
        Near([1, 1, 1], Take(Aten.Argmax(x, 0, keepDimension: true)));
        x.Free();
    }

    [Fact]
    public void ReadDouble_wants_exactly_one_element()
    {
        var x = Floats([2], 1, 2);
        Assert.Throws<ArgumentException>(() => Aten.ReadDouble(x));
        x.Free();
    }

    [Fact]
    public void Softmax_and_its_logarithm_and_gradient_follow_their_formulas()
    {
        float[] logits = [1, 2, 4];
        var x = Floats([1, 3], logits);
        var total = logits.Sum(v => Math.Exp(v));
        Near([.. logits.Select(v => Math.Exp(v) / total)], Take(Aten.Softmax(x, 1)));
        var y = Aten.LogSoftmax(x, -1);
        Near([.. logits.Select(v => v - Math.Log(total))], Peek(y));

        // The gradient of the negative log-likelihood of class 2 by the logits is p − onehot.
        var g = Floats([1, 3], 0, 0, -1);
        var p = logits.Select(v => Math.Exp(v) / total).ToArray();
        Near([p[0], p[1], p[2] - 1], Take(Aten.LogSoftmaxBackward(g, y, 1)));
        x.Free();
        y.Free();
        g.Free();
    }
}
