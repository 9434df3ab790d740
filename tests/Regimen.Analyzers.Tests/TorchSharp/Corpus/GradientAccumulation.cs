using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;

namespace Accumulation;

/// <summary>One step for every few micro-batches: the gradients are cleared after a step, not before every backward pass.</summary>
public sealed class AccumulatingTrainer
{
    private readonly nn.Module<Tensor, Tensor> model;
    private readonly optim.Optimizer optimizer;
    private readonly int microBatches;

    public AccumulatingTrainer(nn.Module<Tensor, Tensor> model, optim.Optimizer optimizer, int microBatches)
    {
        this.model = model;
        this.optimizer = optimizer;
        this.microBatches = microBatches;
    }

    public void Epoch(IEnumerable<(Tensor Input, Tensor Target)> batches)
    {
        model.train();
        optimizer.zero_grad();
        var i = 0;
        foreach (var (input, target) in batches)
        {
            using var scope = NewDisposeScope();
            var loss = nn.functional.cross_entropy(model.call(input), target) / microBatches;
            loss.backward();
            if (++i % microBatches == 0)
            {
                nn.utils.clip_grad_norm_(model.parameters(), 1.0);
                optimizer.step();
                optimizer.zero_grad();
            }
        }

        if (i % microBatches != 0)
        {
            nn.utils.clip_grad_norm_(model.parameters(), 1.0);
            optimizer.step();
            optimizer.zero_grad();
        }
    }

    public void Nested(IReadOnlyList<(Tensor Input, Tensor Target)> batches, int steps)
    {
        model.train();
        var next = 0;
        for (var step = 0; step < steps; step++)
        {
            optimizer.zero_grad();
            double total = 0;
            for (var k = 0; k < microBatches; k++)
            {
                using var scope = NewDisposeScope();
                var (input, target) = batches[next++ % batches.Count];
                var loss = nn.functional.cross_entropy(model.call(input), target).div(microBatches);
                loss.backward();
                if (step % 100 == 0)
                    total += loss.item<float>();
            }

            optimizer.step();
            if (step % 100 == 0)
                Console.WriteLine($"{step}: {total:F4}");
        }
    }
}
