// A classifier with one output whose losses are kept, summed and shown.
using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace History;

/// <summary>Gives logits in training and probabilities when it is asked for them.</summary>
public sealed class Detector : Module<Tensor, Tensor>
{
    private readonly Sequential features = Sequential(Linear(16, 32, hasBias: false), BatchNorm1d(32), ReLU());
    private readonly Linear head = Linear(32, 1);
    private readonly Sigmoid output = Sigmoid();

    public Detector() : base(nameof(Detector)) => RegisterComponents();

    public override Tensor forward(Tensor input) => head.call(features.call(input));

    public Tensor Probability(Tensor input) => output.call(forward(input));
}

/// <summary>Gives probabilities, for a loss that expects them.</summary>
public sealed class Gate : Module<Tensor, Tensor>
{
    private readonly Sequential layers = Sequential(("fc", Linear(16, 1)), ("output", Sigmoid()));

    public Gate() : base(nameof(Gate)) => RegisterComponents();

    public override Tensor forward(Tensor input) => layers.call(input);
}

public sealed class Trainer
{
    private readonly List<Tensor> history = [];
    private readonly List<float> values = [];

    public void Train(IReadOnlyList<(Tensor X, Tensor Y)> batches, Device device)
    {
        var detector = new Detector().to(device);
        var gate = new Gate();
        gate.to(device);
        var decayed = detector.parameters().Where(p => p.dim() > 1).ToList();
        using var optimizer = optim.AdamW(
            new[]
            {
                new AdamW.ParamGroup { Parameters = decayed },
                new AdamW.ParamGroup { Parameters = detector.parameters().Where(p => p.dim() <= 1).Concat(gate.parameters()), Options = new AdamW.Options { weight_decay = 0 } },
            },
            weight_decay: 0.01);
        var loss = BCEWithLogitsLoss();
        for (var epoch = 0; epoch < 10; epoch++)
        {
            var total = zeros(1, device: device);
            var kept = new List<Tensor>();
            foreach (var (x, y) in batches)
            {
                using var scope = NewDisposeScope();
                optimizer.zero_grad();
                var value = loss.call(detector.call(x), y) + functional.binary_cross_entropy(gate.call(x), y);
                value.backward();
                optimizer.step();
                total.add_(value.detach());
                kept.Add(value.detach().MoveToOuterDisposeScope());
            }

            Console.WriteLine($"{epoch}: {total.ToSingle() / batches.Count:F4}, shape {total.shape.Length}, batches {kept.Count}");
            Console.WriteLine(stack(kept).max().item<float>());
            history.Add(total);
            values.Add(total.item<float>());
        }

        foreach (var sum in history)
            sum.Dispose();
        history.Clear();
        Console.WriteLine(values.Average());
        detector.to(CPU);
        detector.save("detector.dat");
    }
}
