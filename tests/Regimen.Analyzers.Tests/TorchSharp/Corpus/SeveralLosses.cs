using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Losses;

public sealed class Detector : Module<Tensor, (Tensor Classes, Tensor Boxes)>
{
    private readonly Sequential trunk;
    private readonly Linear classes;
    private readonly Linear boxes;

    public Detector() : base(nameof(Detector))
    {
        trunk = Sequential(
            Conv2d(3, 32, 3, padding: 1, bias: false), GroupNorm(8, 32), SiLU(), MaxPool2d(2),
            Conv2d(32, 64, 3, padding: 1, bias: false), GroupNorm(8, 64), SiLU(), AdaptiveAvgPool2d(4),
            Flatten(), Linear(1024, 256), SiLU());
        classes = Linear(256, 21);
        boxes = Linear(256, 4);
        RegisterComponents();
    }

    public override (Tensor Classes, Tensor Boxes) forward(Tensor image)
    {
        var h = trunk.call(image);
        return (classes.call(h), boxes.call(h).sigmoid());
    }
}

public static class DetectorTraining
{
    public static void Train(Detector model, IReadOnlyList<(Tensor Image, Tensor Class, Tensor Box)> data, int epochs)
    {
        var optimizer = optim.SGD(model.parameters(), 0.02, momentum: 0.9);
        var scheduler = optim.lr_scheduler.OneCycleLR(optimizer, max_lr: 0.1, epochs: epochs, steps_per_epoch: data.Count);
        var classification = CrossEntropyLoss();
        var regression = SmoothL1Loss();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            model.train();
            for (var i = 0; i < data.Count; i++)
            {
                using var scope = NewDisposeScope();
                var (image, label, box) = data[i];
                var (logits, predicted) = model.call(image);
                var lossClass = classification.call(logits, label);
                var lossBox = regression.call(predicted, box);
                var total = lossClass + 2.0 * lossBox;
                optimizer.zero_grad();
                total.backward();
                optimizer.step();
                scheduler.step();
                if (i == data.Count - 1)
                    Console.WriteLine($"{epoch}: class {lossClass.item<float>():F3}, box {lossBox.item<float>():F3}");
            }
        }
    }

    public static void Distil(Module<Tensor, Tensor> teacher, Module<Tensor, Tensor> student, IEnumerable<(Tensor X, Tensor Y)> data, double temperature)
    {
        teacher.eval();
        student.train();
        var optimizer = optim.Adam(student.parameters(), 1e-3);
        foreach (var (x, y) in data)
        {
            using var scope = NewDisposeScope();
            Tensor soft;
            using (no_grad())
                soft = functional.log_softmax(teacher.call(x) / temperature, 1);
            var logits = student.call(x);
            var distance = functional.kl_div(functional.log_softmax(logits / temperature, 1), soft, log_target: true, reduction: Reduction.Sum) / x.shape[0];
            var loss = 0.1 * functional.cross_entropy(logits, y) + 0.9 * temperature * temperature * distance;
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
        }
    }

    public static void Contrast(Module<Tensor, Tensor> encoder, Module<Tensor, Tensor> projector, IEnumerable<(Tensor First, Tensor Second)> views, Device device)
    {
        encoder.to(device);
        projector.to(device);
        var optimizer = optim.AdamW(System.Linq.Enumerable.Concat(encoder.parameters(), projector.parameters()), 1e-3);
        encoder.train();
        projector.train();
        foreach (var (first, second) in views)
        {
            using var scope = NewDisposeScope();
            var n = first.shape[0];
            var z = functional.normalize(projector.call(encoder.call(cat(new[] { first, second }).to(device))));
            var similarity = z.matmul(z.t()) / 0.1;
            similarity = similarity.masked_fill(eye(2 * n, dtype: ScalarType.Bool, device: device), float.NegativeInfinity);
            var partner = cat(new[] { arange(n, 2 * n, device: device), arange(0, n, device: device) });
            var loss = functional.cross_entropy(similarity, partner);
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
        }
    }

    public static Tensor SoftTargets(Tensor logits, Tensor probabilities) => CrossEntropyLoss().call(logits, probabilities);

    public static Tensor TwoSteps(Tensor logits, Tensor labels) => NLLLoss().call(LogSoftmax(1).call(logits), labels);

    public static Tensor Binary(Tensor scores, Tensor labels) => functional.binary_cross_entropy(sigmoid(scores), labels);
}
