using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Reinforcement;

public interface IEnvironment
{
    float[] Reset();

    (float[] State, float Reward, bool Done) Step(int action);
}

public sealed class QNetwork : nn.Module<Tensor, Tensor>
{
    private readonly Linear l1, l2, value, advantage;

    public QNetwork(int observations, int actions) : base(nameof(QNetwork))
    {
        l1 = nn.Linear(observations, 128);
        l2 = nn.Linear(128, 128);
        value = nn.Linear(128, 1);
        advantage = nn.Linear(128, actions);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = nn.functional.relu(l1.call(x));
        x = nn.functional.relu(l2.call(x));
        var a = advantage.call(x);
        return value.call(x) + a - a.mean(new long[] { -1 }, keepdim: true);
    }
}

public sealed class DeepQAgent
{
    private readonly record struct Transition(float[] State, int Action, float Reward, float[] Next, bool Done);

    private readonly QNetwork policy;
    private readonly QNetwork target;
    private readonly AdamW optimizer;
    private readonly List<Transition> memory = new();
    private readonly Random random = new(11);
    private readonly int actions;
    private long steps;

    public DeepQAgent(int observations, int actions)
    {
        this.actions = actions;
        policy = new QNetwork(observations, actions);
        target = new QNetwork(observations, actions);
        target.load_state_dict(policy.state_dict());
        target.eval();
        optimizer = optim.AdamW(policy.parameters(), lr: 1e-4, amsgrad: true);
    }

    public void Run(IEnvironment environment, int episodes)
    {
        for (var episode = 0; episode < episodes; episode++)
        {
            var state = environment.Reset();
            var done = false;
            while (!done)
            {
                var action = Act(state);
                (var next, var reward, done) = environment.Step(action);
                memory.Add(new Transition(state, action, reward, next, done));
                state = next;
                if (memory.Count >= 128)
                    Learn();
                SoftUpdate(0.005);
            }
        }
    }

    private int Act(float[] state)
    {
        var epsilon = 0.05 + 0.85 * Math.Exp(-steps++ / 1000.0);
        if (random.NextDouble() < epsilon)
            return random.Next(actions);
        using var guard = no_grad();
        using var scope = NewDisposeScope();
        return (int)policy.call(tensor(state).unsqueeze(0)).argmax(1).item<long>();
    }

    private void Learn()
    {
        using var scope = NewDisposeScope();
        var batch = Enumerable.Range(0, 128).Select(_ => memory[random.Next(memory.Count)]).ToArray();
        var states = stack(batch.Select(b => tensor(b.State)));
        var next = stack(batch.Select(b => tensor(b.Next)));
        var chosen = tensor(batch.Select(b => (long)b.Action).ToArray()).unsqueeze(1);
        var rewards = tensor(batch.Select(b => b.Reward).ToArray());
        var going = tensor(batch.Select(b => b.Done ? 0f : 1f).ToArray());

        var q = policy.call(states).gather(1, chosen).squeeze(1);
        Tensor expected;
        using (no_grad())
        {
            var best = policy.call(next).argmax(1, keepdim: true);
            expected = rewards + 0.99 * going * target.call(next).gather(1, best).squeeze(1);
        }

        var loss = nn.functional.smooth_l1_loss(q, expected);
        optimizer.zero_grad();
        loss.backward();
        nn.utils.clip_grad_value_(policy.parameters(), 100);
        optimizer.step();
    }

    private void SoftUpdate(double tau)
    {
        using var guard = no_grad();
        foreach (var (mine, theirs) in target.parameters().Zip(policy.parameters()))
        {
            using var scope = NewDisposeScope();
            mine.mul_(1 - tau).add_(theirs, alpha: tau);
        }
    }
}
