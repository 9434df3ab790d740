using MyExperiment;
using Regimen;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

// Metrics, settings and a checkpoint of this run.
using var folder = RunFolder.Create("runs", nameof(Classifier));
using var experiment = new Classifier { RunFolder = folder };
experiment.EpochCompleted += epoch => Console.WriteLine(
    $"epoch {epoch.Epoch + 1}: loss {epoch.TrainLoss:F4}, test accuracy {100 * epoch.TestAccuracy:F2} %, {epoch.ImagesPerSecond:N0} images/s");

try
{
    var result = experiment.Train(stop.Token);
    Console.WriteLine(result.Cancelled ? $"stopped after step {result.Steps}" : $"trained in {result.Duration.TotalSeconds:F1} s");
    Console.WriteLine($"run folder: {folder.Path}");
    return result.Cancelled ? 130 : 0;
}
catch (Exception problem) when (problem is DataException or DivergenceException)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
