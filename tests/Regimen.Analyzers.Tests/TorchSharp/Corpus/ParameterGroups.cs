using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Groups;

public static class ParameterGroups
{
    /// <summary>Matrices decay; biases, gains of norms and embeddings do not.</summary>
    public static AdamW AdamWithDecay(nn.Module model, double lr, double decay)
    {
        var decayed = new List<Parameter>();
        var kept = new List<Parameter>();
        foreach (var (name, parameter) in model.named_parameters())
        {
            if (parameter.dim() < 2 || name.Contains("embedding"))
                kept.Add(parameter);
            else
                decayed.Add(parameter);
        }

        return optim.AdamW(
            new List<AdamW.ParamGroup>
            {
                new(decayed, lr: lr, weight_decay: decay),
                new(kept, lr: lr, weight_decay: 0),
            },
            lr: lr);
    }

    public static SGD SgdWithDecay(nn.Module model)
    {
        var groups = new[]
        {
            new SGD.ParamGroup(model.parameters().Where(p => p.dim() > 1), new SGD.Options { weight_decay = 1e-4, momentum = 0.9 }),
            new SGD.ParamGroup { Parameters = model.parameters().Where(p => p.dim() <= 1), Options = new SGD.Options { weight_decay = 0, momentum = 0.9 } },
        };
        return optim.SGD(groups, 0.1);
    }

    public static void Unfreeze(optim.Optimizer optimizer, nn.Module layer)
    {
        foreach (var parameter in layer.parameters())
            parameter.requires_grad = true;
        optimizer.add_param_group(new AdamW.ParamGroup(layer.parameters(), lr: 1e-5, weight_decay: 0.01));
    }

    public static void HalveRates(optim.Optimizer optimizer)
    {
        foreach (var group in optimizer.ParamGroups)
            group.LearningRate *= 0.5;
    }
}

public static class GroupTraining
{
    public static void Run(nn.Module<Tensor, Tensor> model, IEnumerable<(Tensor, Tensor)> data, Device device)
    {
        model.to(device);
        var optimizer = ParameterGroups.AdamWithDecay(model, 3e-4, 0.05);
        model.train();
        foreach (var (x, y) in data)
        {
            using var scope = NewDisposeScope();
            var loss = nn.functional.cross_entropy(model.call(x.to(device)), y.to(device));
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
        }
    }
}
