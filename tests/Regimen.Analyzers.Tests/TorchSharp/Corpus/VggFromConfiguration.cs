using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Vision;

public sealed class Vgg : Module<Tensor, Tensor>
{
    private static readonly Dictionary<string, long[]> Configurations = new()
    {
        ["11"] = new long[] { 64, 0, 128, 0, 256, 256, 0, 512, 512, 0, 512, 512, 0 },
        ["13"] = new long[] { 64, 64, 0, 128, 128, 0, 256, 256, 0, 512, 512, 0, 512, 512, 0 },
    };

    private readonly Module<Tensor, Tensor> features;
    private readonly Module<Tensor, Tensor> pool;
    private readonly Module<Tensor, Tensor> classifier;

    public Vgg(string kind, int classes, Device? device = null) : base("VGG" + kind)
    {
        var layers = new List<Module<Tensor, Tensor>>();
        long channels = 3;
        foreach (var width in Configurations[kind])
        {
            if (width == 0)
            {
                layers.Add(MaxPool2d(2, stride: 2));
                continue;
            }

            layers.Add(Conv2d(channels, width, 3, padding: 1, bias: false));
            layers.Add(BatchNorm2d(width));
            layers.Add(ReLU(inplace: true));
            channels = width;
        }

        features = Sequential(layers);
        pool = AdaptiveAvgPool2d((2, 2));
        classifier = Sequential(
            Flatten(),
            Linear(512 * 2 * 2, 1024),
            ReLU(),
            Dropout(),
            Linear(1024, 1024),
            ReLU(),
            Dropout(),
            Linear(1024, classes));

        RegisterComponents();
        if (device is not null)
            this.to(device);
    }

    public override Tensor forward(Tensor input) => classifier.call(pool.call(features.call(input)));
}

public static class AlexNetLike
{
    public static Module<Tensor, Tensor> Build(int classes)
    {
        var modules = new List<(string, Module<Tensor, Tensor>)>
        {
            ("c1", Conv2d(3, 64, kernel_size: 3, stride: 2, padding: 1)),
            ("r1", ReLU(inplace: true)),
            ("mp1", MaxPool2d(kernel_size: new long[] { 2, 2 })),
            ("c2", Conv2d(64, 192, kernel_size: 3, padding: 1)),
            ("r2", ReLU(inplace: true)),
            ("mp2", MaxPool2d(kernel_size: new long[] { 2, 2 })),
            ("c3", Conv2d(192, 256, kernel_size: 3, padding: 1)),
            ("r3", ReLU(inplace: true)),
            ("avg", AdaptiveAvgPool2d(new long[] { 2, 2 })),
            ("flat", Flatten()),
            ("d1", Dropout()),
            ("l1", Linear(256 * 2 * 2, 1024)),
            ("r4", ReLU()),
            ("d2", Dropout()),
            ("l2", Linear(1024, classes)),
        };
        return Sequential(modules);
    }

    public static Module<Tensor, Tensor> Deep(int depth, long width)
    {
        var net = Sequential();
        for (var i = 0; i < depth; i++)
        {
            net.append($"linear{i}", Linear(width, width));
            net.append($"norm{i}", LayerNorm(width));
            net.append($"act{i}", GELU());
        }

        net.append("out", Linear(width, 1));
        return net;
    }
}
