using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Segmentation;

public sealed class DoubleConvolution : Module<Tensor, Tensor>
{
    private readonly Sequential layers;

    public DoubleConvolution(long from, long to) : base(nameof(DoubleConvolution))
    {
        layers = Sequential(
            Conv2d(from, to, 3, padding: 1, bias: false),
            BatchNorm2d(to),
            ReLU(inplace: true),
            Dropout2d(0.1),
            Conv2d(to, to, 3, padding: 1, bias: false),
            BatchNorm2d(to),
            ReLU(inplace: true));
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => layers.call(input);
}

public sealed class UNet : Module<Tensor, Tensor>
{
    private readonly DoubleConvolution down1, down2, down3, bottom, up3, up2, up1;
    private readonly ConvTranspose2d rise3, rise2, rise1;
    private readonly MaxPool2d pool;
    private readonly Conv2d head;

    public UNet(long channels, long classes) : base(nameof(UNet))
    {
        down1 = new DoubleConvolution(channels, 32);
        down2 = new DoubleConvolution(32, 64);
        down3 = new DoubleConvolution(64, 128);
        bottom = new DoubleConvolution(128, 256);
        rise3 = ConvTranspose2d(256, 128, 2, stride: 2);
        up3 = new DoubleConvolution(256, 128);
        rise2 = ConvTranspose2d(128, 64, 2, stride: 2);
        up2 = new DoubleConvolution(128, 64);
        rise1 = ConvTranspose2d(64, 32, 2, stride: 2);
        up1 = new DoubleConvolution(64, 32);
        pool = MaxPool2d(2);
        head = Conv2d(32, classes, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var d1 = down1.call(input);
        var d2 = down2.call(pool.call(d1));
        var d3 = down3.call(pool.call(d2));
        var b = bottom.call(pool.call(d3));
        var u3 = up3.call(cat(new[] { rise3.call(b), d3 }, 1));
        var u2 = up2.call(cat(new[] { rise2.call(u3), d2 }, 1));
        var u1 = up1.call(cat(new[] { rise1.call(u2), d1 }, 1));
        return head.call(u1);
    }
}

public static class SegmentationTraining
{
    public static double Fit(UNet model, IReadOnlyList<(Tensor Image, Tensor Mask)> train, IReadOnlyList<(Tensor Image, Tensor Mask)> validation, Device device, int epochs)
    {
        model.to(device);
        var optimizer = optim.AdamW(model.parameters(), lr: 3e-4);
        double best = 0;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            model.train();
            foreach (var (image, mask) in train)
            {
                using var scope = NewDisposeScope();
                optimizer.zero_grad();
                var logits = model.call(image.to(device));
                var target = mask.to(device);
                var loss = functional.binary_cross_entropy_with_logits(logits, target) + DiceLoss(logits, target);
                loss.backward();
                optimizer.step();
            }

            model.eval();
            using (no_grad())
            {
                double dice = 0;
                foreach (var (image, mask) in validation)
                {
                    using var scope = NewDisposeScope();
                    dice += 1 - DiceLoss(model.call(image.to(device)), mask.to(device)).item<float>();
                }

                dice /= validation.Count;
                if (dice > best)
                {
                    best = dice;
                    model.save("unet.best.dat");
                }
            }
        }

        return best;
    }

    private static Tensor DiceLoss(Tensor logits, Tensor mask)
    {
        var p = sigmoid(logits);
        var overlap = (p * mask).sum();
        return 1 - (2 * overlap + 1) / (p.sum() + mask.sum() + 1);
    }
}
