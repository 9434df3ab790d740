// Several small examples in one project, whose helpers have the same names.
using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static Examples.Measures;

namespace Examples;

/// <summary>Nothing in its network knows training from evaluation.</summary>
internal static class Xor
{
    public static void Run()
    {
        var x = tensor(new float[] { 0, 0, 0, 1, 1, 0, 1, 1 }, 4, 2);
        var y = tensor(new float[] { 0, 1, 1, 0 }, 4, 1);
        var model = Sequential(Linear(2, 8), Tanh(), Linear(8, 1));
        using var optimizer = optim.AdamW(model.parameters(), lr: 0.05);
        for (var i = 0; i < 500; i++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            functional.binary_cross_entropy_with_logits(model.call(x), y).backward();
            optimizer.step();
        }

        Console.WriteLine(Test(model, x, y));
    }

    private static float Test(Module<Tensor, Tensor> model, Tensor x, Tensor y)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        return model.call(x).gt(0).eq(y).to(float32).mean().item<float>();
    }
}

/// <summary>Switches before it calls what only measures.</summary>
internal sealed class Digits
{
    private readonly Sequential model = Sequential(Flatten(), Linear(784, 64), ReLU(), Dropout(0.2), Linear(64, 10));

    public void Run(IReadOnlyList<(Tensor X, Tensor Y)> train, IReadOnlyList<(Tensor X, Tensor Y)> test)
    {
        using var optimizer = optim.AdamW(model.parameters());
        for (var epoch = 0; epoch < 5; epoch++)
        {
            model.train();
            foreach (var (x, y) in train)
            {
                using var scope = NewDisposeScope();
                optimizer.zero_grad();
                functional.cross_entropy(model.call(x), y).backward();
                optimizer.step();
            }

            model.eval();
            using (no_grad())
                Console.WriteLine($"{epoch}: {Test(test):P1} {Accuracy(model, test[0].X, test[0].Y):P1}");
        }
    }

    private double Test(IEnumerable<(Tensor X, Tensor Y)> test)
    {
        var (right, count) = (0L, 0L);
        foreach (var (x, y) in test)
        {
            using var scope = NewDisposeScope();
            right += model.call(x).argmax(1).eq(y).sum().item<long>();
            count += y.shape[0];
        }

        return (double)right / count;
    }
}

/// <summary>Knows its modules only as it is given them.</summary>
internal static class Measures
{
    public static double Accuracy(Module<Tensor, Tensor> model, Tensor x, Tensor y)
    {
        using var scope = NewDisposeScope();
        return model.call(x).argmax(1).eq(y).to(float32).mean().item<float>();
    }
}

/// <summary>A report of a finished network: whoever makes it has switched.</summary>
internal sealed class Report(Module<Tensor, Tensor> model)
{
    public void Write(IEnumerable<(Tensor X, Tensor Y)> batches)
    {
        foreach (var (x, y) in batches)
            Console.WriteLine(MeasureOne(x, y));
    }

    private float MeasureOne(Tensor x, Tensor y)
    {
        using var scope = NewDisposeScope();
        return model.call(x).argmax(1).eq(y).to(float32).mean().item<float>();
    }
}

internal static class Program
{
    private static void Main()
    {
        Xor.Run();
        var data = Enumerable.Range(0, 4).Select(_ => (rand(32, 1, 28, 28), randint(10, new long[] { 32 }))).ToArray();
        new Digits().Run(data, data);

        var finished = Sequential(Flatten(), Linear(784, 10, hasBias: false), BatchNorm1d(10));
        finished.load("finished.dat");
        finished.eval();
        using var noGrad = no_grad();
        new Report(finished).Write(data);
    }
}
