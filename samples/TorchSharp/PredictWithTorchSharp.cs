using Regimen;
using Regimen.TorchSharp;
using TorchSharp;
using static TorchSharp.torch.nn;

namespace TorchSharpSample;

/// <summary>Trains with Regimen and predicts with a module of TorchSharp's, in one process and on one libtorch.</summary>
internal static class PredictWithTorchSharp
{
    public static void Run()
    {
        using var experiment = new ClothesMlp();
        experiment.Train();
        Console.WriteLine($"Regimen:    {experiment.Evaluate().Accuracy:P2} of the test images");

        // The same layers in the same places, so the names agree: 1.0.weight, 1.1.running_mean, …
        using var module = MakeModule();
        Console.WriteLine($"weights:    {experiment.CopyWeightsTo(module)}");

        using var data = FashionMnist.Open();
        using var scope = torch.NewDisposeScope();
        var (images, labels) = data.Test.ToTensors();
        Console.WriteLine($"TorchSharp: {Accuracy(module, experiment.Normalize(images), labels):P2} of the test images");

        // Shared from here on: the module sees what the experiment trains, without a copy.
        experiment.ShareWeightsWith(module);
        experiment.Seed = 2;
        experiment.Train();
        Console.WriteLine($"Regimen:    {experiment.Evaluate().Accuracy:P2} from another seed");
        Console.WriteLine($"TorchSharp: {Accuracy(module, experiment.Normalize(images), labels):P2} from another seed");
    }

    private static Module<torch.Tensor, torch.Tensor> MakeModule()
    {
        return Sequential(Flatten(), Hidden(784, 256), Hidden(256, 128), Linear(128, 10));

        static Module<torch.Tensor, torch.Tensor> Hidden(int inputs, int features) =>
            Sequential(Linear(inputs, features, hasBias: false), BatchNorm1d(features), ReLU());
    }

    private static double Accuracy(Module<torch.Tensor, torch.Tensor> module, torch.Tensor input, torch.Tensor labels)
    {
        module.eval();
        using var scope = torch.NewDisposeScope();
        using var noGradients = torch.no_grad();
        return module.call(input).argmax(1).eq(labels).to(torch.float64).mean().item<double>();
    }
}
