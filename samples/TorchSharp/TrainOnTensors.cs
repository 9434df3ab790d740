using Regimen;
using Regimen.TorchSharp;
using TorchSharp;

namespace TorchSharpSample;

/// <summary>Trains on data that TorchSharp made and holds in tensors, and gives predictions back as a tensor.</summary>
internal static class TrainOnTensors
{
    public static void Run()
    {
        using var experiment = new BarsCnn();
        experiment.EpochCompleted += epoch => Console.WriteLine($"epoch {epoch.Epoch}: {epoch.TestAccuracy:P1} of the test images");
        experiment.Train();

        using var data = Bars.Open();
        using var scope = torch.NewDisposeScope();
        var (images, labels) = data.Test.ToTensors();
        var (largest, classes) = experiment.Predict(images).max(1);
        var right = classes.eq(labels).sum().item<long>();
        Console.WriteLine($"{right} of {labels.shape[0]} right, with a mean probability of {largest.mean().item<float>():F3}");
    }
}
