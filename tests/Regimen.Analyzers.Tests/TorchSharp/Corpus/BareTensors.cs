using System;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bare;

public static class LinearRegressionByHand
{
    public static (double Slope, double Intercept) Fit(float[] xs, float[] ys)
    {
        using var outer = NewDisposeScope();
        var x = tensor(xs);
        var y = tensor(ys);
        var a = zeros(1, requires_grad: true);
        var b = zeros(1, requires_grad: true);
        for (var i = 0; i < 1000; i++)
        {
            using var scope = NewDisposeScope();
            var loss = (a * x + b - y).pow(2).mean();
            loss.backward();
            using (no_grad())
            {
                a.sub_(a.grad! * 0.01);
                b.sub_(b.grad! * 0.01);
                a.grad!.zero_();
                b.grad!.zero_();
            }
        }

        return (a.item<float>(), b.item<float>());
    }

    public static Tensor StyleOf(Tensor content, Func<Tensor, Tensor> loss, int steps)
    {
        var image = nn.Parameter(content.clone());
        var optimizer = optim.Adam(new[] { image }, lr: 0.05);
        for (var i = 0; i < steps; i++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var l = loss(image);
            l.backward();
            optimizer.step();
            using (no_grad())
                image.clamp_(0, 1);
        }

        return image.detach();
    }

    public static Tensor Attack(nn.Module<Tensor, Tensor> model, Tensor image, Tensor label, double epsilon)
    {
        model.eval();
        using var scope = NewDisposeScope();
        var input = image.detach().clone().requires_grad_(true);
        var loss = nn.functional.cross_entropy(model.call(input), label);
        model.zero_grad();
        loss.backward();
        return (input + epsilon * input.grad!.sign()).clamp(0, 1).detach().MoveToOuterDisposeScope();
    }

    public static double Closure(Sequential model, Tensor x, Tensor y)
    {
        var optimizer = optim.LBFGS(model.parameters(), lr: 0.5, max_iter: 20);
        model.train();
        double last = 0;
        for (var i = 0; i < 30; i++)
        {
            using var scope = NewDisposeScope();
            var result = optimizer.step(() =>
            {
                optimizer.zero_grad();
                var loss = nn.functional.mse_loss(model.call(x), y);
                loss.backward();
                return loss;
            });
            if (i % 10 == 9)
                last = result.item<float>();
        }

        return last;
    }

    public static void ClosureWithSgd(nn.Module<Tensor, Tensor> model, Tensor x, Tensor y)
    {
        var optimizer = optim.Rprop(model.parameters());
        model.train();
        for (var i = 0; i < 200; i++)
        {
            using var scope = NewDisposeScope();
            Tensor Closure()
            {
                optimizer.zero_grad();
                var loss = nn.functional.l1_loss(model.call(x), y);
                loss.backward();
                return loss;
            }

            optimizer.step(Closure);
        }
    }
}
