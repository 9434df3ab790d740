using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Residual;

public sealed class BasicBlock : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d bn2;
    private readonly Sequential shortcut;

    public BasicBlock(long inPlanes, long planes, long stride) : base(nameof(BasicBlock))
    {
        conv1 = nn.Conv2d(inPlanes, planes, kernel_size: 3, stride: stride, padding: 1, bias: false);
        bn1 = nn.BatchNorm2d(planes);
        conv2 = nn.Conv2d(planes, planes, kernel_size: 3, stride: 1, padding: 1, bias: false);
        bn2 = nn.BatchNorm2d(planes);
        shortcut = nn.Sequential();
        if (stride != 1 || inPlanes != planes)
        {
            shortcut = nn.Sequential(
                nn.Conv2d(inPlanes, planes, kernel_size: 1, stride: stride, bias: false),
                nn.BatchNorm2d(planes));
        }

        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var output = nn.functional.relu(bn1.call(conv1.call(input)));
        output = bn2.call(conv2.call(output));
        output = output + (shortcut.Count > 0 ? shortcut.call(input) : input);
        return nn.functional.relu(output).MoveToOuterDisposeScope();
    }
}

public sealed class ResidualNetwork : nn.Module<Tensor, Tensor>
{
    private readonly Sequential stem;
    private readonly ModuleList<BasicBlock> blocks = new();
    private readonly AdaptiveAvgPool2d pool;
    private readonly Linear head;

    public ResidualNetwork(int[] depths, int classes) : base(nameof(ResidualNetwork))
    {
        stem = nn.Sequential(
            nn.Conv2d(3, 64, kernel_size: 3, stride: 1, padding: 1, bias: false),
            nn.BatchNorm2d(64),
            nn.ReLU(inplace: true));

        long width = 64;
        for (var stage = 0; stage < depths.Length; stage++)
        {
            var planes = 64L << stage;
            for (var i = 0; i < depths[stage]; i++)
            {
                blocks.Add(new BasicBlock(width, planes, stage > 0 && i == 0 ? 2 : 1));
                width = planes;
            }
        }

        pool = nn.AdaptiveAvgPool2d(new long[] { 1, 1 });
        head = nn.Linear(width, classes);
        RegisterComponents();

        foreach (var module in modules())
        {
            if (module is Conv2d conv)
                nn.init.kaiming_normal_(conv.weight, mode: nn.init.FanInOut.FanOut, nonlinearity: nn.init.NonlinearityType.ReLU);
        }
    }

    public override Tensor forward(Tensor input)
    {
        var x = stem.call(input);
        foreach (var block in blocks)
            x = block.call(x);
        return head.call(pool.call(x).flatten(1));
    }
}

public static class ResidualTraining
{
    public static void Run(Func<bool, IEnumerable<(Tensor Images, Tensor Labels)>> load, int epochs)
    {
        manual_seed(7);
        cuda.manual_seed_all(7);
        var device = cuda.is_available() ? CUDA : CPU;
        var model = new ResidualNetwork(new[] { 2, 2, 2, 2 }, 10).to(device);
        var optimizer = optim.SGD(model.parameters(), learningRate: 0.1, momentum: 0.9, weight_decay: 5e-4, nesterov: true);
        var scheduler = optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs);
        var criterion = nn.CrossEntropyLoss();

        for (var epoch = 0; epoch < epochs; epoch++)
        {
            model.train();
            foreach (var (images, labels) in load(true))
            {
                using (NewDisposeScope())
                {
                    var logits = model.call(images.to(device));
                    var loss = criterion.call(logits, labels.to(device));
                    optimizer.zero_grad();
                    loss.backward();
                    optimizer.step();
                }
            }

            scheduler.step();
            Console.WriteLine($"epoch {epoch}: accuracy {Accuracy(model, load(false), device):P2}, lr {optimizer.ParamGroups.First().LearningRate:G3}");
        }
    }

    private static double Accuracy(ResidualNetwork model, IEnumerable<(Tensor Images, Tensor Labels)> batches, Device device)
    {
        model.eval();
        using var guard = no_grad();
        long right = 0, all = 0;
        foreach (var (images, labels) in batches)
        {
            using var scope = NewDisposeScope();
            right += (model.call(images.to(device)).argmax(1) == labels.to(device)).sum().ToInt64();
            all += labels.shape[0];
        }

        return (double)right / all;
    }
}
