using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Forecasts;

public class Forecaster : nn.Module<Tensor, Tensor>
{
    protected readonly GRU recurrent;
    protected readonly Linear output;
    private readonly Dropout drop;

    public Forecaster(long features, long hidden) : base(nameof(Forecaster))
    {
        recurrent = nn.GRU(features, hidden, batchFirst: true);
        drop = nn.Dropout(0.1);
        output = nn.Linear(hidden, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor series)
    {
        var (states, _) = recurrent.call(series);
        return output.call(drop.call(states.select(1, -1)));
    }
}

public static class CrossValidation
{
    /// <summary>A fresh model and a fresh optimiser for every fold.</summary>
    public static double Run(Tensor x, Tensor y, int folds, Device device)
    {
        var errors = new List<double>();
        var size = x.shape[0] / folds;
        for (var fold = 0; fold < folds; fold++)
        {
            manual_seed(fold);
            cuda.manual_seed_all(fold);
            using var scope = NewDisposeScope();
            using var model = new Forecaster(x.shape[2], 32).to(device);
            using var optimizer = optim.Adam(model.parameters(), lr: 1e-3);
            var from = fold * size;
            var to = from + size;
            var rest = cat(new[] { arange(0, from), arange(to, x.shape[0]) });
            var held = arange(from, to);
            var (trainX, trainY) = (x.index_select(0, rest), y.index_select(0, rest));
            var mean = trainX.mean(new long[] { 0, 1 });
            var deviation = trainX.std(new long[] { 0, 1 }) + 1e-6;
            trainX = ((trainX - mean) / deviation).to(device);
            trainY = trainY.to(device);
            var testX = ((x.index_select(0, held) - mean) / deviation).to(device);
            var testY = y.index_select(0, held).to(device);

            model.train();
            for (var epoch = 0; epoch < 50; epoch++)
            {
                using var order = randperm(trainX.shape[0], device: device);
                foreach (var part in order.split(64))
                {
                    using var step = NewDisposeScope();
                    var prediction = model.call(trainX.index_select(0, part)).squeeze(1);
                    var loss = nn.functional.l1_loss(prediction, trainY.index_select(0, part));
                    optimizer.zero_grad();
                    loss.backward();
                    optimizer.step();
                    part.Dispose();
                }
            }

            model.eval();
            using (no_grad())
                errors.Add(nn.functional.l1_loss(model.call(testX).squeeze(1), testY).item<float>());
        }

        return errors.Average();
    }
}

public static class PhysicsInformed
{
    /// <summary>u' = -u with u(0) = 1: the gradient with respect to the input is part of the loss.</summary>
    public static void Solve()
    {
        manual_seed(0);
        using var model = nn.Sequential(nn.Linear(1, 32), nn.Tanh(), nn.Linear(32, 32), nn.Tanh(), nn.Linear(32, 1));
        using var optimizer = optim.Adam(model.parameters(), 1e-3);
        var scheduler = optim.lr_scheduler.ExponentialLR(optimizer, 0.9995);
        model.train();
        for (var i = 0; i < 5000; i++)
        {
            using var scope = NewDisposeScope();
            var t = rand(128, 1).requires_grad_(true);
            var u = model.call(t);
            var du = autograd.grad(new[] { u }, new[] { t }, new[] { ones_like(u) }, create_graph: true)[0];
            var start = model.call(zeros(1, 1)) - 1;
            var loss = (du + u).pow(2).mean() + start.pow(2).mean();
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
            scheduler.step();
            if ((i + 1) % 1000 == 0)
                Console.WriteLine($"{i + 1}: {loss.item<float>():E2}");
        }
    }
}
