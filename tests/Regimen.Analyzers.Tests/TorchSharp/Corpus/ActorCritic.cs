using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Reinforcement.Policy;

public sealed class ActorCritic : nn.Module<Tensor, (Tensor Logits, Tensor Value)>
{
    private readonly Sequential body;
    private readonly Linear actor;
    private readonly Linear critic;

    public ActorCritic(long observations, long actions) : base("actor-critic")
    {
        body = nn.Sequential(nn.Linear(observations, 64), nn.Tanh(), nn.Linear(64, 64), nn.Tanh());
        actor = nn.Linear(64, actions);
        critic = nn.Linear(64, 1);
        RegisterComponents();
        nn.init.orthogonal_(actor.weight, 0.01);
        nn.init.orthogonal_(critic.weight, 1.0);
    }

    public override (Tensor Logits, Tensor Value) forward(Tensor state)
    {
        var h = body.call(state);
        return (actor.call(h), critic.call(h));
    }
}

public static class AdvantageTraining
{
    public static void Run(Func<Tensor> reset, Func<long, (Tensor Next, double Reward, bool Done)> act, int episodes)
    {
        manual_seed(543);
        var model = new ActorCritic(4, 2);
        var optimizer = optim.Adam(model.parameters(), lr: 3e-3);
        var smoothed = 10.0;
        model.train();

        for (var episode = 1; episode <= episodes; episode++)
        {
            using var scope = NewDisposeScope();
            var logProbabilities = new List<Tensor>();
            var values = new List<Tensor>();
            var entropies = new List<Tensor>();
            var rewards = new List<double>();
            var state = reset();
            for (var t = 0; t < 1000; t++)
            {
                var (logits, value) = model.call(state);
                var logp = nn.functional.log_softmax(logits, -1);
                var p = logp.exp();
                var action = p.multinomial(1);
                logProbabilities.Add(logp.gather(-1, action));
                entropies.Add(-(p * logp).sum());
                values.Add(value);
                var (next, reward, done) = act(action.ToInt64());
                rewards.Add(reward);
                state = next;
                if (done) break;
            }

            var returns = new float[rewards.Count];
            var future = 0.0;
            for (var t = rewards.Count - 1; t >= 0; t--)
                returns[t] = (float)(future = rewards[t] + 0.99 * future);

            var r = tensor(returns);
            r = (r - r.mean()) / (r.std() + 1e-8);
            var v = cat(values);
            var advantage = r - v.detach();
            var policyLoss = -(cat(logProbabilities) * advantage).mean();
            var valueLoss = nn.functional.smooth_l1_loss(v, r);
            var loss = policyLoss + 0.5 * valueLoss - 0.01 * stack(entropies).mean();

            optimizer.zero_grad();
            loss.backward();
            nn.utils.clip_grad_norm_(model.parameters(), 0.5);
            optimizer.step();

            smoothed = 0.05 * rewards.Count + 0.95 * smoothed;
            if (episode % 10 == 0)
                Console.WriteLine($"episode {episode}: length {smoothed:F1}");
        }
    }
}
