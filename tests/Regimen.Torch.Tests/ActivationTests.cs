using static Regimen.Torch.Tests.Numbers;

namespace Regimen.Torch.Tests;

public class ActivationTests
{
    private static readonly float[] s_points = [-2, -0.5f, 0.25f, 3];

    public static TheoryData<string> Names => [.. s_activations.Keys];

    private static readonly Dictionary<string, (Func<Tensor, Tensor> Forward, Func<Tensor, Tensor, Tensor, Tensor> Backward, Func<double, double> Value)> s_activations = new()
    {
        ["relu"] = (Aten.Relu, (g, x, _) => Aten.ThresholdBackward(g, x, 0), x => Math.Max(x, 0)),
        ["leaky relu"] = (x => Aten.LeakyRelu(x, 0.1), (g, x, _) => Aten.LeakyReluBackward(g, x, 0.1), x => x > 0 ? x : 0.1 * x),
        ["gelu"] = (Aten.Gelu, (g, x, _) => Aten.GeluBackward(g, x), x => x * Phi(x)),
        ["silu"] = (Aten.Silu, (g, x, _) => Aten.SiluBackward(g, x), x => x / (1 + Math.Exp(-x))),
        ["sigmoid"] = (Aten.Sigmoid, (g, _, y) => Aten.SigmoidBackward(g, y), x => 1 / (1 + Math.Exp(-x))),
        ["tanh"] = (Aten.Tanh, (g, _, y) => Aten.TanhBackward(g, y), Math.Tanh),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_and_gradient_are_those_of_the_formula(string name)
    {
        var (forward, backward, value) = s_activations[name];
        var x = Floats([4], s_points);
        var y = forward(x);
        Near([.. s_points.Select(p => value(p))], Peek(y));

        var g = Floats([4], 1, -2, 3, 0.5f);
        const double H = 1e-5;
        var slopes = s_points.Select((p, i) => Peek(g)[i] * (value(p + H) - value(p - H)) / (2 * H));
        Near([.. slopes], Take(backward(g, x, y)), 1e-4);
        x.Free();
        y.Free();
        g.Free();
    }

    [Fact]
    public void Threshold_backward_closes_at_the_threshold_and_is_open_above_it()
    {
        var x = Floats([5], 0.9f, 1, 1.1f, float.NaN, -5);
        var g = Floats([5], 1, 2, 3, 4, 5);
        Near([0, 0, 3, 4, 0], Take(Aten.ThresholdBackward(g, x, 1)));
        x.Free();
        g.Free();
    }

    // Abramowitz and Stegun's series 26.2.10, to full precision for the points used here.
    private static double Phi(double x)
    {
        double sum = x, term = x;
        for (var n = 1; n < 200; n++)
        {
            term *= -x * x / (2 * n);
            sum += term / (2 * n + 1);
        }

        return 0.5 + sum / Math.Sqrt(2 * Math.PI);
    }
}
