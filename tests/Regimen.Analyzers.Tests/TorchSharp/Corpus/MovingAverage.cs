using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Averaging;

public sealed class ExponentialMovingAverage
{
    private readonly Dictionary<string, Tensor> shadow = new();
    private readonly double decay;

    public ExponentialMovingAverage(nn.Module model, double decay)
    {
        this.decay = decay;
        using var guard = no_grad();
        foreach (var (name, parameter) in model.named_parameters())
            shadow[name] = parameter.detach().clone().DetachFromDisposeScope();
    }

    public void Update(nn.Module model)
    {
        using var guard = no_grad();
        using var scope = NewDisposeScope();
        foreach (var (name, parameter) in model.named_parameters())
            shadow[name].mul_(decay).add_(parameter, alpha: 1 - decay);
    }

    public void CopyTo(nn.Module model)
    {
        using var guard = no_grad();
        foreach (var (name, parameter) in model.named_parameters())
            parameter.copy_(shadow[name]);
    }
}

public static class AveragedTraining
{
    public static Sequential Train(IEnumerable<(Tensor X, Tensor Y)> data, Device device)
    {
        var model = Build().to(device);
        var averaged = Build().to(device);
        var ema = new ExponentialMovingAverage(model, 0.999);
        var optimizer = optim.NAdam(model.parameters(), lr: 2e-3);
        model.train();
        foreach (var (x, y) in data)
        {
            using (var scope = NewDisposeScope())
            {
                optimizer.zero_grad();
                var loss = nn.functional.huber_loss(model.call(x.to(device)), y.to(device));
                loss.backward();
                optimizer.step();
                ema.Update(model);
            }
        }

        ema.CopyTo(averaged);
        averaged.eval();
        return averaged;
    }

    private static Sequential Build() => nn.Sequential(
        nn.Linear(16, 64), nn.LayerNorm(64), nn.SiLU(), nn.Linear(64, 64), nn.LayerNorm(64), nn.SiLU(), nn.Linear(64, 1));

    private static bool Same(nn.Module a, nn.Module b)
    {
        using var guard = no_grad();
        return a.parameters().Zip(b.parameters()).All(pair =>
        {
            using var equal = pair.First.eq(pair.Second).all();
            return equal.ToBoolean();
        });
    }
}
