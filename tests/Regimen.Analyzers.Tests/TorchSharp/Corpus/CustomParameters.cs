using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Custom;

public sealed class RootMeanSquareNorm : nn.Module<Tensor, Tensor>
{
    private readonly Parameter gain;
    private readonly double epsilon;

    public RootMeanSquareNorm(long width, double epsilon = 1e-6) : base(nameof(RootMeanSquareNorm))
    {
        this.epsilon = epsilon;
        gain = nn.Parameter(ones(width));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => x * rsqrt(x.pow(2).mean(new long[] { -1 }, keepdim: true) + epsilon) * gain;
}

public sealed class LowRank : nn.Module<Tensor, Tensor>
{
    private readonly Linear inner;
    private readonly Parameter a;
    private readonly Parameter b;
    private readonly double scale;

    public LowRank(Linear inner, long rank, double alpha) : base(nameof(LowRank))
    {
        this.inner = inner;
        foreach (var parameter in inner.parameters())
            parameter.requires_grad = false;
        a = new Parameter(empty(rank, inner.in_features));
        b = new Parameter(zeros(inner.out_features, rank));
        nn.init.kaiming_uniform_(a, Math.Sqrt(5));
        scale = alpha / rank;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => inner.call(x) + x.matmul(a.t()).matmul(b.t()) * scale;
}

public sealed class Experts : nn.Module<Tensor, Tensor>
{
    private readonly List<Linear> experts = new();
    private readonly Linear gate;

    public Experts(long width, int count) : base(nameof(Experts))
    {
        gate = nn.Linear(width, count);
        RegisterComponents();
        // A list is not searched for modules: each is registered by name.
        for (var i = 0; i < count; i++)
        {
            var expert = nn.Linear(width, width);
            experts.Add(expert);
            register_module($"expert{i}", expert);
        }
    }

    public override Tensor forward(Tensor x)
    {
        var weights = nn.functional.softmax(gate.call(x), -1);
        var result = zeros_like(x);
        for (var i = 0; i < experts.Count; i++)
            result = result + weights.select(-1, i).unsqueeze(-1) * experts[i].call(x);
        return result;
    }
}

public sealed class Heads : nn.Module<Tensor, Dictionary<string, Tensor>>
{
    private readonly ModuleDict<Linear> heads = new();
    private readonly Sequential body;
    private readonly Parameter temperature = nn.Parameter(ones(1));
    private readonly Tensor offsets = zeros(8);

    public Heads(IEnumerable<string> names) : base(nameof(Heads))
    {
        body = nn.Sequential(nn.Linear(8, 32), nn.ReLU());
        foreach (var name in names)
            heads.Add(name, nn.Linear(32, 2));
        RegisterComponents();
    }

    public override Dictionary<string, Tensor> forward(Tensor x)
    {
        var h = body.call(x - offsets);
        var results = new Dictionary<string, Tensor>();
        foreach (var (name, head) in heads)
            results[name] = head.call(h) / temperature;
        return results;
    }
}

public sealed class Mixer : nn.Module<Tensor, Tensor>
{
    private readonly long heads;
    private readonly double p;
    private readonly Linear qkv;
    private readonly Linear project;

    public Mixer(long width, long heads, double p) : base(nameof(Mixer))
    {
        this.heads = heads;
        this.p = p;
        qkv = nn.Linear(width, 3 * width, hasBias: false);
        project = nn.Linear(width, width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        var (n, t, c) = (x.shape[0], x.shape[1], x.shape[2]);
        var parts = qkv.call(x).view(n, t, 3, heads, c / heads).permute(2, 0, 3, 1, 4);
        var (q, k, v) = (parts[0], parts[1], parts[2]);
        var scores = q.matmul(k.transpose(-2, -1)) / Math.Sqrt((double)c / heads);
        var causal = torch.ones(t, t, dtype: ScalarType.Bool, device: x.device).tril();
        var weights = nn.functional.softmax(scores.masked_fill(causal.logical_not(), float.NegativeInfinity), -1);
        weights = nn.functional.dropout(weights, p, training);
        var mixed = weights.matmul(v).transpose(1, 2).reshape(n, t, c);
        return nn.functional.dropout(project.call(mixed), p: p, training: training).MoveToOuterDisposeScope();
    }
}
