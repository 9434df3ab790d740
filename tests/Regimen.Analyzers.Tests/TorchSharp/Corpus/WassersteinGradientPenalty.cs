using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;

namespace Adversarial.Wasserstein;

public static class WassersteinTraining
{
    private const int CriticSteps = 5;
    private const double Lambda = 10;

    public static void Run(IReadOnlyList<Tensor> batches, long dimensions, Device device)
    {
        using var generator = nn.Sequential(nn.Linear(64, 256), nn.ReLU(), nn.Linear(256, dimensions)).to(device);
        using var critic = nn.Sequential(nn.Linear(dimensions, 256), nn.LeakyReLU(0.2), nn.Linear(256, 1)).to(device);
        using var optG = optim.Adam(generator.parameters(), 1e-4, beta1: 0.0, beta2: 0.9);
        using var optC = optim.Adam(critic.parameters(), 1e-4, beta1: 0.0, beta2: 0.9);

        for (var step = 0; step < 10_000; step++)
        {
            for (var k = 0; k < CriticSteps; k++)
            {
                using var inner = NewDisposeScope();
                var real = batches[(step * CriticSteps + k) % batches.Count].to(device);
                Tensor fake;
                using (no_grad())
                    fake = generator.call(randn(real.shape[0], 64, device: device));
                optC.zero_grad();
                var distance = critic.call(fake).mean() - critic.call(real).mean();
                var criticLoss = distance + Lambda * Penalty(critic, real, fake, device);
                criticLoss.backward();
                optC.step();
            }

            using var scope = NewDisposeScope();
            optG.zero_grad();
            var loss = -critic.call(generator.call(randn(64, 64, device: device))).mean();
            loss.backward();
            optG.step();

            if (step % 500 == 0)
                Console.WriteLine($"{step}: {loss.ToSingle():F4}");
        }
    }

    private static Tensor Penalty(nn.Module<Tensor, Tensor> critic, Tensor real, Tensor fake, Device device)
    {
        var mix = rand(real.shape[0], 1, device: device);
        var between = (mix * real + (1 - mix) * fake).requires_grad_(true);
        var score = critic.call(between);
        var gradients = autograd.grad(
            new List<Tensor> { score },
            new List<Tensor> { between },
            new List<Tensor> { ones_like(score) },
            retain_graph: true,
            create_graph: true)[0];
        return (gradients.norm(1) - 1).pow(2).mean();
    }
}
