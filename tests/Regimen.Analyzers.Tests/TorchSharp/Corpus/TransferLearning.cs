using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Transfer;

public sealed class FlowerClassifier : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> backbone;
    private readonly Sequential head;

    public FlowerClassifier(int classes, string weights) : base(nameof(FlowerClassifier))
    {
        backbone = torchvision.models.resnet18(num_classes: 1000, weights_file: weights, skipfc: false);
        head = nn.Sequential(nn.ReLU(), nn.Dropout(0.2), nn.Linear(1000, classes));
        foreach (var parameter in backbone.parameters())
            parameter.requires_grad = false;
        RegisterComponents();
    }

    public nn.Module Backbone => backbone;

    public nn.Module Head => head;

    // The frozen backbone keeps the statistics that it was trained with: it stays in evaluation mode while the head trains.
    public override void train(bool train = true)
    {
        base.train(train);
        backbone.eval();
    }

    public override Tensor forward(Tensor image)
    {
        using var features = backbone.call(image);
        return head.call(features);
    }
}

public static class FineTuning
{
    public static void Run(IReadOnlyList<(Tensor, Tensor)> data, Device device)
    {
        using var model = new FlowerClassifier(102, "resnet18.dat").to(device);

        using (var optimizer = optim.Adam(model.parameters().Where(p => p.requires_grad), lr: 1e-3))
            Epochs(model, optimizer, data, device, 5);

        foreach (var parameter in model.Backbone.parameters())
            parameter.requires_grad = true;

        var groups = new[]
        {
            new SGD.ParamGroup(model.Backbone.parameters(), lr: 1e-4, momentum: 0.9),
            new SGD.ParamGroup(model.Head.parameters(), lr: 1e-3, momentum: 0.9),
        };
        using (var optimizer = optim.SGD(groups, 1e-3, momentum: 0.9))
            Epochs(model, optimizer, data, device, 10);
    }

    private static void Epochs(FlowerClassifier model, optim.Optimizer optimizer, IReadOnlyList<(Tensor, Tensor)> data, Device device, int count)
    {
        for (var epoch = 0; epoch < count; epoch++)
        {
            model.train();
            foreach (var (x, y) in data)
            {
                using var image = x.to(device);
                using var label = y.to(device);
                using var logits = model.call(image);
                using var loss = nn.functional.cross_entropy(logits, label, label_smoothing: 0.1);
                optimizer.zero_grad();
                loss.backward();
                optimizer.step();
            }
        }
    }
}
