using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Generative;

public class VariationalAutoencoder : nn.Module<Tensor, (Tensor Reconstruction, Tensor Mean, Tensor LogVariance)>
{
    private readonly Linear hidden;
    private readonly Linear mean;
    private readonly Linear logVariance;
    private readonly Sequential decoder;

    public VariationalAutoencoder(long pixels = 784, long width = 400, long latent = 20) : base("vae")
    {
        hidden = nn.Linear(pixels, width);
        mean = nn.Linear(width, latent);
        logVariance = nn.Linear(width, latent);
        // Pixels lie between 0 and 1, so the decoder ends in a sigmoid and the loss is the plain binary cross-entropy.
        decoder = nn.Sequential(nn.Linear(latent, width), nn.ReLU(), nn.Linear(width, pixels), nn.Sigmoid());
        RegisterComponents();
    }

    public override (Tensor Reconstruction, Tensor Mean, Tensor LogVariance) forward(Tensor input)
    {
        var h = F.relu(hidden.call(input.view(input.shape[0], -1)));
        var mu = mean.call(h);
        var lv = logVariance.call(h);
        return (decoder.call(Reparameterise(mu, lv)), mu, lv);
    }

    public Tensor Decode(Tensor z) => decoder.call(z);

    private Tensor Reparameterise(Tensor mu, Tensor lv)
    {
        if (!training) return mu;
        var std = exp(0.5 * lv);
        return mu + randn_like(std) * std;
    }
}

public static class VariationalTraining
{
    public static void Train(VariationalAutoencoder model, IEnumerable<Tensor> images, int epochs)
    {
        var optimizer = optim.Adam(model.parameters(), lr: 1e-3);
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            model.train();
            using var running = zeros(1);
            long seen = 0;
            foreach (var image in images)
            {
                using (var scope = NewDisposeScope())
                {
                    optimizer.zero_grad();
                    var (reconstruction, mu, lv) = model.call(image);
                    var loss = Loss(reconstruction, image, mu, lv);
                    loss.backward();
                    optimizer.step();
                    running.add_(loss.detach());
                    seen += image.shape[0];
                }
            }

            Console.WriteLine($"epoch {epoch}: {running.item<float>() / seen:F4}");
        }
    }

    public static Tensor Sample(VariationalAutoencoder model, int count)
    {
        model.eval();
        using (no_grad())
        using (var scope = NewDisposeScope())
            return model.Decode(randn(count, 20)).view(count, 1, 28, 28).MoveToOuterDisposeScope();
    }

    private static Tensor Loss(Tensor reconstruction, Tensor image, Tensor mu, Tensor lv)
    {
        var likelihood = F.binary_cross_entropy(reconstruction, image.view(-1, 784), reduction: nn.Reduction.Sum);
        var divergence = -0.5 * (1 + lv - mu.pow(2) - lv.exp()).sum();
        return likelihood + divergence;
    }
}
