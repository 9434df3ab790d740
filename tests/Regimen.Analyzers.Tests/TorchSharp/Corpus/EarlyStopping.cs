using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;

namespace Stopping;

public sealed class RegressionFit
{
    private readonly nn.Module<Tensor, Tensor> network;
    private readonly Device device;

    public RegressionFit(nn.Module<Tensor, Tensor> network, Device device)
    {
        this.network = network.to(device);
        this.device = device;
    }

    public double Fit(IReadOnlyList<(Tensor X, Tensor Y)> train, IReadOnlyList<(Tensor X, Tensor Y)> validation, int epochs, int patience)
    {
        var optimizer = CreateOptimizer();
        var scheduler = optim.lr_scheduler.ReduceLROnPlateau(optimizer, "min", factor: 0.5, patience: 3);
        var best = double.MaxValue;
        var waited = 0;
        Dictionary<string, Tensor>? kept = null;
        for (var epoch = 0; epoch < epochs && waited < patience; epoch++)
        {
            TrainOnce(optimizer, train);
            var loss = Validate(validation);
            scheduler.step(loss);
            if (loss < best - 1e-5)
            {
                best = loss;
                waited = 0;
                kept = network.state_dict().ToDictionary(e => e.Key, e => e.Value.detach().clone());
            }
            else
            {
                waited++;
            }
        }

        if (kept is not null)
            network.load_state_dict(kept);
        return best;
    }

    private optim.Optimizer CreateOptimizer() => optim.RAdam(network.parameters(), lr: 1e-3);

    private void TrainOnce(optim.Optimizer optimizer, IEnumerable<(Tensor X, Tensor Y)> data)
    {
        network.train();
        foreach (var (x, y) in data)
        {
            using (NewDisposeScope())
            {
                optimizer.zero_grad();
                var difference = network.call(x.to(device)) - y.to(device);
                difference.pow(2).mean().backward();
                optimizer.step();
            }
        }
    }

    private double Validate(IReadOnlyCollection<(Tensor X, Tensor Y)> data)
    {
        network.eval();
        using (no_grad())
        using (NewDisposeScope())
        {
            var total = zeros(1, device: device);
            foreach (var (x, y) in data)
                total += nn.functional.mse_loss(network.call(x.to(device)), y.to(device));
            return total.item<float>() / data.Count;
        }
    }
}
