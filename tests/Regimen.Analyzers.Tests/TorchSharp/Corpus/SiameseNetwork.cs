using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Metric;

public sealed class Siamese : Module<Tensor, Tensor, Tensor, (Tensor, Tensor, Tensor)>
{
    private readonly Module<Tensor, Tensor> tower;

    public Siamese() : base(nameof(Siamese))
    {
        tower = Sequential(
            Conv2d(1, 32, 5), ReLU(), MaxPool2d(2),
            Conv2d(32, 64, 5), ReLU(), MaxPool2d(2),
            Flatten(), Linear(64 * 4 * 4, 256), ReLU(), Linear(256, 64));
        RegisterComponents();
    }

    public Tensor Embed(Tensor image) => functional.normalize(tower.call(image));

    public override (Tensor, Tensor, Tensor) forward(Tensor anchor, Tensor positive, Tensor negative) => (Embed(anchor), Embed(positive), Embed(negative));
}

public static class MetricLearning
{
    public static void Train(IEnumerable<(Tensor Anchor, Tensor Positive, Tensor Negative)> triplets)
    {
        var model = new Siamese();
        var loss = TripletMarginLoss(margin: 0.5);
        var optimizer = optim.RMSProp(model.parameters(), lr: 1e-3);
        model.train();
        foreach (var (a, p, n) in triplets)
        {
            using var _ = NewDisposeScope();
            var (ea, ep, en) = model.call(a, p, n);
            var l = loss.call(ea, ep, en);
            optimizer.zero_grad();
            l.backward();
            optimizer.step();
        }

        Compare(model);
    }

    private static void Compare(Siamese model)
    {
        model.eval();
        using var guard = inference_mode();
        using var scope = NewDisposeScope();
        var distance = functional.pairwise_distance(model.Embed(rand(1, 1, 28, 28)), model.Embed(rand(1, 1, 28, 28)));
        Console.WriteLine(distance.item<float>() < 0.5f ? "same" : "different");
    }
}
