using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Adversarial;

internal sealed class Generator : Module<Tensor, Tensor>
{
    private readonly Sequential main;

    internal Generator(long latent, long features, long channels) : base(nameof(Generator))
    {
        main = Sequential(
            ConvTranspose2d(latent, features * 4, 4, stride: 1, padding: 0, bias: false),
            BatchNorm2d(features * 4),
            ReLU(true),
            ConvTranspose2d(features * 4, features * 2, 4, stride: 2, padding: 1, bias: false),
            BatchNorm2d(features * 2),
            ReLU(true),
            ConvTranspose2d(features * 2, features, 4, stride: 2, padding: 1, bias: false),
            BatchNorm2d(features),
            ReLU(true),
            ConvTranspose2d(features, channels, 4, stride: 2, padding: 1, bias: false),
            Tanh());
        RegisterComponents();
    }

    public override Tensor forward(Tensor noise) => main.call(noise);
}

internal sealed class Discriminator : Module<Tensor, Tensor>
{
    private readonly Sequential main;

    internal Discriminator(long features, long channels) : base(nameof(Discriminator))
    {
        main = Sequential(
            Conv2d(channels, features, 4, stride: 2, padding: 1, bias: false),
            LeakyReLU(0.2, inplace: true),
            Conv2d(features, features * 2, 4, stride: 2, padding: 1, bias: false),
            BatchNorm2d(features * 2),
            LeakyReLU(0.2, inplace: true),
            Conv2d(features * 2, 1, 8, bias: false),
            Flatten());
        RegisterComponents();
    }

    public override Tensor forward(Tensor image) => main.call(image);
}

internal static class GanTraining
{
    internal static void Run(IEnumerable<Tensor> images, Device device, int epochs)
    {
        const long Latent = 100;
        manual_seed(999);
        cuda.manual_seed_all(999);
        var generator = new Generator(Latent, 64, 1).to(device);
        var discriminator = new Discriminator(64, 1).to(device);
        generator.apply(Initialise);
        discriminator.apply(Initialise);
        var optimizerG = optim.Adam(generator.parameters(), lr: 2e-4, beta1: 0.5, beta2: 0.999);
        var optimizerD = optim.Adam(discriminator.parameters(), lr: 2e-4, beta1: 0.5, beta2: 0.999);
        var criterion = BCEWithLogitsLoss();

        generator.train();
        discriminator.train();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            var i = 0;
            foreach (var batch in images)
            {
                using var scope = NewDisposeScope();
                var real = batch.to(device);
                var count = real.shape[0];
                var ones = torch.ones(count, 1, device: device);
                var zeros = torch.zeros(count, 1, device: device);

                optimizerD.zero_grad();
                var lossReal = criterion.call(discriminator.call(real), ones);
                var noise = randn(count, Latent, 1, 1, device: device);
                var fake = generator.call(noise);
                var lossFake = criterion.call(discriminator.call(fake.detach()), zeros);
                var lossD = lossReal + lossFake;
                lossD.backward();
                optimizerD.step();

                optimizerG.zero_grad();
                var lossG = criterion.call(discriminator.call(fake), ones);
                lossG.backward();
                optimizerG.step();

                if (i++ % 50 == 0)
                    Console.WriteLine($"[{epoch}/{epochs}][{i}] D {lossD.item<float>():F3} G {lossG.item<float>():F3}");
            }
        }
    }

    internal static Tensor Sample(Module<Tensor, Tensor> generator, int count, Device device)
    {
        generator.eval();
        using var guard = no_grad();
        return generator.call(randn(count, 100, 1, 1, device: device));
    }

    private static void Initialise(Module module)
    {
        switch (module)
        {
            case Conv2d conv:
                init.normal_(conv.weight, 0, 0.02);
                break;
            case ConvTranspose2d conv:
                init.normal_(conv.weight, 0, 0.02);
                break;
            case BatchNorm2d norm:
                init.normal_(norm.weight, 1, 0.02);
                init.zeros_(norm.bias);
                break;
        }
    }
}
