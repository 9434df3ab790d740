using TorchSharp;
using TorchSharp.PyBridge;

namespace Regimen.TorchSharp.Tests;

/// <summary>TorchSharp.PyBridge reads an experiment's checkpoint.</summary>
public sealed class PyBridgeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("regimen").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void It_loads_a_checkpoint_into_a_module_that_then_predicts_the_same()
    {
        TorchSharpBackend.Load();
        using var experiment = new TinyNet();
        experiment.Train();
        var path = Path.Combine(folder, "checkpoint.safetensors");
        experiment.Save(path);

        using var module = Modules.Tiny();
        var loaded = new Dictionary<string, bool>();
        module.load_safetensors(path, strict: false, loadedParameters: loaded);
        string[] names = ["0.0.weight", "0.1.bias", "0.1.running_mean", "0.1.running_var", "0.1.weight", "2.bias", "2.weight", "4.bias", "4.weight"];
        Assert.Equal(names, loaded.Where(entry => entry.Value).Select(entry => entry.Key).Order(StringComparer.Ordinal));
        WeightTests.PredictsTheSame(experiment, module);
    }
}
