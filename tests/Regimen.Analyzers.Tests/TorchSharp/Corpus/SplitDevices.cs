using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Devices;

public sealed class Pipeline : Module<Tensor, Tensor>
{
    private readonly Sequential front;
    private readonly Sequential back;
    private readonly Device first;
    private readonly Device second;

    public Pipeline(Device first, Device second) : base(nameof(Pipeline))
    {
        this.first = first;
        this.second = second;
        front = Sequential(Linear(512, 1024), ReLU(), Norm(1024)).to(first);
        back = Sequential(Linear(1024, 1024), ReLU(), Linear(1024, 10)).to(second);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => back.call(front.call(input.to(first)).to(second));

    private static Module<Tensor, Tensor> Norm(long width) => LayerNorm(width);
}

public static class DeviceTraining
{
    public static void Run(IEnumerable<(Tensor X, Tensor Y)> data)
    {
        var many = cuda.is_available() && cuda.device_count() > 1;
        var first = many ? device("cuda:0") : CPU;
        var second = many ? device("cuda:1") : CPU;
        random.manual_seed(17);
        if (many)
            cuda.manual_seed_all(17);

        var model = new Pipeline(first, second);
        var optimizer = optim.Adagrad(model.parameters(), lr: 0.01);
        model.train();
        foreach (var (x, y) in data)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var loss = functional.cross_entropy(model.call(x), y.to(second));
            loss.backward();
            optimizer.step();
        }
    }

    public static void OnTheDeviceFromTheStart(Device device, IEnumerable<Tensor> inputs)
    {
        var model = Sequential(
            Linear(8, 8, device: device, dtype: ScalarType.Float32),
            ReLU(),
            Linear(8, 1, device: device, dtype: ScalarType.Float32));
        var optimizer = optim.ASGD(model.parameters());
        model.train();
        foreach (var input in inputs)
        {
            using var scope = NewDisposeScope();
            using var weights = rand(input.shape[0], 1, device: device);
            var loss = (weights * model.call(input.to(device)).pow(2)).mean();
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
        }

        model.eval();
        model.cpu().save("small.dat");
    }

    public static void Cycle(Module<Tensor, Tensor> model, IReadOnlyList<(Tensor X, Tensor Y)> batches)
    {
        model = model.cuda();
        var optimizer = optim.SGD(model.parameters(), learningRate: 0.1, momentum: 0.9);
        var warmup = optim.lr_scheduler.LinearLR(optimizer, 0.1, total_iters: 5);
        var main = optim.lr_scheduler.MultiStepLR(optimizer, new[] { 25, 40 }, 0.1);
        for (var epoch = 0; epoch < 50; epoch++)
        {
            model.train();
            foreach (var (x, y) in batches)
            {
                using var scope = NewDisposeScope();
                optimizer.zero_grad();
                functional.cross_entropy(model.call(x.cuda()), y.cuda()).backward();
                optimizer.step();
            }

            if (epoch < 5) warmup.step();
            else main.step();
        }

        model.eval();
        using (no_grad())
        {
            var confusion = new long[10, 10];
            foreach (var (x, y) in batches)
            {
                using var scope = NewDisposeScope();
                var predicted = model.call(x.cuda()).argmax(1).cpu().data<long>().ToArray();
                var actual = y.data<long>().ToArray();
                for (var i = 0; i < actual.Length; i++)
                    confusion[actual[i], predicted[i]]++;
            }

            Console.WriteLine(confusion[0, 0]);
        }
    }
}
