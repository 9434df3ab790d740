using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace Digits;

internal sealed class ConvolutionalClassifier : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv1 = Conv2d(1, 32, 3);
    private readonly Module<Tensor, Tensor> conv2 = Conv2d(32, 64, 3);
    private readonly Module<Tensor, Tensor> fc1 = Linear(9216, 128);
    private readonly Module<Tensor, Tensor> fc2 = Linear(128, 10);
    private readonly Module<Tensor, Tensor> pool = MaxPool2d(kernel_size: new long[] { 2, 2 });
    private readonly Module<Tensor, Tensor> relu1 = ReLU();
    private readonly Module<Tensor, Tensor> relu2 = ReLU();
    private readonly Module<Tensor, Tensor> relu3 = ReLU();
    private readonly Module<Tensor, Tensor> dropout1 = Dropout(0.25);
    private readonly Module<Tensor, Tensor> dropout2 = Dropout(0.5);
    private readonly Module<Tensor, Tensor> flatten = Flatten();
    private readonly Module<Tensor, Tensor> logsm = LogSoftmax(1);

    public ConvolutionalClassifier(string name, Device? device = null) : base(name)
    {
        RegisterComponents();
        if (device is not null && device.type != DeviceType.CPU)
            this.to(device);
    }

    public override Tensor forward(Tensor input)
    {
        var l11 = conv1.call(input);
        var l12 = relu1.call(l11);
        var l21 = conv2.call(l12);
        var l22 = relu2.call(l21);
        var l23 = pool.call(l22);
        var l24 = dropout1.call(l23);
        var x = flatten.call(l24);
        var l31 = fc1.call(x);
        var l32 = relu3.call(l31);
        var l33 = dropout2.call(l32);
        var l41 = fc2.call(l33);
        return logsm.call(l41);
    }
}

internal static class Program
{
    private const int Epochs = 4;
    private const int LogInterval = 100;

    internal static void Run(IReadOnlyList<(Tensor, Tensor)> train, IReadOnlyList<(Tensor, Tensor)> test)
    {
        random.manual_seed(1);
        cuda.manual_seed_all(1);
        var device = cuda.is_available() ? CUDA : CPU;
        using var model = new ConvolutionalClassifier("model", device);
        using var optimizer = optim.Adam(model.parameters());
        var scheduler = optim.lr_scheduler.StepLR(optimizer, 1, 0.7);
        var criterion = NLLLoss();

        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            Train(model, optimizer, criterion, device, train, epoch);
            Test(model, NLLLoss(reduction: Reduction.Sum), device, test);
            scheduler.step();
        }

        model.save("model.dat");
    }

    private static void Train(
        ConvolutionalClassifier model,
        optim.Optimizer optimizer,
        Loss<Tensor, Tensor, Tensor> loss,
        Device device,
        IEnumerable<(Tensor, Tensor)> batches,
        int epoch)
    {
        model.train();
        var batch = 0;
        foreach (var (data, target) in batches)
        {
            using var d = NewDisposeScope();
            optimizer.zero_grad();
            var prediction = model.call(data.to(device));
            var output = loss.call(prediction, target.to(device));
            output.backward();
            optimizer.step();

            batch++;
            if (batch % LogInterval == 0)
                Console.WriteLine($"epoch {epoch}, batch {batch}, loss {output.item<float>():F4}");
        }
    }

    private static void Test(ConvolutionalClassifier model, Loss<Tensor, Tensor, Tensor> loss, Device device, IReadOnlyList<(Tensor, Tensor)> batches)
    {
        model.eval();
        double testLoss = 0;
        long correct = 0, count = 0;
        using (no_grad())
        {
            foreach (var (data, target) in batches)
            {
                using var d = NewDisposeScope();
                var labels = target.to(device);
                var prediction = model.call(data.to(device));
                testLoss += loss.call(prediction, labels).item<float>();
                correct += prediction.argmax(1).eq(labels).sum().item<long>();
                count += labels.shape[0];
            }
        }

        Console.WriteLine($"test loss {testLoss / count:F4}, accuracy {(double)correct / count:P2}");
    }
}
