using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Denoising;

public sealed class DenoisingAutoencoder : Module<Tensor, Tensor>
{
    private readonly Sequential encoder = Sequential(
        Conv2d(1, 16, 3, stride: 2, padding: 1), ELU(),
        Conv2d(16, 32, 3, stride: 2, padding: 1), ELU());

    private readonly Sequential decoder = Sequential(
        ConvTranspose2d(32, 16, 2, stride: 2), ELU(),
        ConvTranspose2d(16, 1, 2, stride: 2), Sigmoid());

    public DenoisingAutoencoder() : base(nameof(DenoisingAutoencoder)) => RegisterComponents();

    public override Tensor forward(Tensor input)
    {
        using var code = encoder.call(input);
        return decoder.call(code);
    }
}

public static class DenoisingTraining
{
    /// <summary>Without dispose scopes: every temporary is disposed by name.</summary>
    public static void Train(IEnumerable<Tensor> images, int epochs)
    {
        using var model = new DenoisingAutoencoder();
        using var optimizer = optim.Adamax(model.parameters());
        using var criterion = MSELoss();
        model.train();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            foreach (var clean in images)
            {
                using var noise = randn_like(clean);
                using var scaled = noise.mul(0.2);
                using var sum = clean.add(scaled);
                using var noisy = sum.clamp(0, 1);
                using var output = model.call(noisy);
                using var loss = criterion.call(output, clean);
                optimizer.zero_grad();
                loss.backward();
                optimizer.step();
            }
        }

        model.eval();
        using (no_grad())
        {
            foreach (var clean in images)
            {
                using var output = model.call(clean);
                using var error = functional.mse_loss(output, clean);
                Console.WriteLine(error.item<float>());
            }
        }
    }

    public static void TrainWithUsingStatements(Module<Tensor, Tensor> model, optim.Optimizer optimizer, IEnumerable<(Tensor Data, Tensor Target)> batches)
    {
        model.train();
        foreach (var (data, target) in batches)
        {
            optimizer.zero_grad();
            using (var prediction = model.call(data))
            using (var loss = functional.smooth_l1_loss(prediction, target))
            {
                loss.backward();
                optimizer.step();
            }

            data.Dispose();
            target.Dispose();
        }
    }

    public static void TrainWithOneScope(Module<Tensor, Tensor> model, optim.Optimizer optimizer, IEnumerable<(Tensor Data, Tensor Target)> batches)
    {
        model.train();
        using var scope = NewDisposeScope();
        foreach (var (data, target) in batches)
        {
            optimizer.zero_grad();
            var loss = functional.smooth_l1_loss(model.call(data), target);
            loss.backward();
            optimizer.step();
            scope.DisposeEverything();
        }
    }
}
