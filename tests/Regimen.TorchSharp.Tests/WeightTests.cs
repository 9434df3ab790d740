using TorchSharp;
using TorchSharp.PyBridge;

namespace Regimen.TorchSharp.Tests;

/// <summary>Weights from one side to the other by name, copied or shared.</summary>
public sealed class WeightTests : IDisposable
{
    private static readonly string[] s_names =
        ["0.0.weight", "0.1.weight", "0.1.bias", "2.weight", "2.bias", "4.weight", "4.bias", "0.1.running_mean", "0.1.running_var"];

    private readonly TinyNet experiment = new();
    private readonly torch.nn.Module<torch.Tensor, torch.Tensor> module;
    private readonly DisposeScope scope;

    public WeightTests()
    {
        TorchSharpBackend.Load();
        scope = torch.NewDisposeScope();
        module = Modules.Tiny();
    }

    public void Dispose()
    {
        experiment.Dispose();
        module.Dispose();
        scope.Dispose();
    }

    [Fact]
    public void A_module_with_the_weights_predicts_the_same()
    {
        experiment.Train();
        var report = experiment.CopyWeightsTo(module);
        Assert.Equal(s_names, report.Matched);
        Assert.True(report.IsComplete);
        Assert.Equal("9 matched", report.ToString());
        PredictsTheSame(experiment, module);

        // A copy: what is trained on does not reach it.
        var before = module.state_dict()["0.0.weight"].clone();
        experiment.Train();
        Assert.True(before.allclose(module.state_dict()["0.0.weight"], rtol: 0, atol: 0));
    }

    [Fact]
    public void Weights_of_a_module_come_back_bit_for_bit_and_start_a_new_run()
    {
        experiment.Train();
        experiment.CopyWeightsTo(module);
        using var other = new TinyNet { Seed = 9 };
        other.Train();
        Assert.Equal(s_names, other.CopyWeightsFrom(module).Matched);
        Assert.Equal(Numbers(experiment, "0.0.weight"), Numbers(other, "0.0.weight"));
        PredictsTheSame(other, module);
        Assert.All(Numbers(other, slot: true), value => Assert.Equal(0, value));

        // All epochs from here, not the rest of the run before.
        var weights = Numbers(other, "4.bias");
        Assert.Equal(2, other.Train().Epochs.Count);
        Assert.NotEqual(weights, Numbers(other, "4.bias"));
    }

    [Fact]
    public void Training_from_taken_weights_is_training_from_the_same_weights()
    {
        // The initial weights by way of a module: the run must not notice.
        experiment.CopyWeightsTo(module);
        experiment.Train();
        using var other = new TinyNet { Epochs = 1 };
        other.Train();
        other.Epochs = 2;
        other.CopyWeightsFrom(module);
        other.Train();
        foreach (var name in s_names)
            Assert.Equal(Numbers(experiment, name), Numbers(other, name));
    }

    [Fact]
    public void Names_of_a_users_own_are_reached_by_rename()
    {
        using var named = new NamedNet();
        var mismatch = Assert.Throws<WeightMismatchException>(() => experiment.CopyWeightsTo(named));
        Assert.Contains("No name is on both sides: 0 matched; only in the experiment: 0.0.weight, ", mismatch.Message, StringComparison.Ordinal);
        Assert.Contains("only in the module: convolution.weight, ", mismatch.Message, StringComparison.Ordinal);

        Assert.Equal(s_names, experiment.CopyWeightsTo(named, rename: NamedNet.Rename).Matched);
        PredictsTheSame(experiment, named);
        named.head.bias!.requires_grad_(false).fill_(0.5);
        experiment.CopyWeightsFrom(named, rename: NamedNet.Rename);
        Assert.All(Numbers(experiment, "4.bias"), value => Assert.Equal(0.5f, value));

        mismatch = Assert.Throws<WeightMismatchException>(() => experiment.CopyWeightsTo(named, rename: _ => "norm.bias"));
        Assert.Contains("lead to the module's 'norm.bias', '0.1.weight' is the second", mismatch.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_listed_and_changes_nothing()
    {
        using var otherHead = Modules.Tiny(classes: 5);
        var before = otherHead.state_dict()["0.0.weight"].clone();
        var mismatch = Assert.Throws<WeightMismatchException>(() => experiment.CopyWeightsTo(otherHead, strict: false));
        Assert.Contains("'4.weight' is [4, 12] in the experiment and [5, 12] in the module; '4.bias' is [4] in the experiment and [5]", mismatch.Message, StringComparison.Ordinal);
        Assert.Throws<WeightMismatchException>(() => experiment.ShareWeightsWith(otherHead));
        Assert.True(before.allclose(otherHead.state_dict()["0.0.weight"], rtol: 0, atol: 0));

        // Left out by name, the body goes over.
        string? WithoutHead(string name) => name.StartsWith('4') ? null : name;
        mismatch = Assert.Throws<WeightMismatchException>(() => experiment.CopyWeightsTo(otherHead, rename: WithoutHead));
        Assert.Contains("7 matched; only in the experiment: 4.weight, 4.bias; only in the module: 4.weight, 4.bias", mismatch.Message, StringComparison.Ordinal);
        var report = experiment.CopyWeightsTo(otherHead, strict: false, rename: WithoutHead);
        Assert.Equal(s_names.Where(name => name[0] != '4'), report.Matched);
        Assert.Equal(["4.weight", "4.bias"], report.OnlyInModule);
        Assert.False(before.allclose(otherHead.state_dict()["0.0.weight"], rtol: 0, atol: 0));
    }

    [Fact]
    public void Values_that_are_not_finite_are_refused()
    {
        var before = Numbers(experiment, "0.0.weight");
        using (torch.no_grad())
            module.state_dict()["2.bias"][3] = float.NaN;
        var mismatch = Assert.Throws<WeightMismatchException>(() => experiment.CopyWeightsFrom(module));
        Assert.Contains("'2.bias'", mismatch.Message, StringComparison.Ordinal);
        Assert.Equal(before, Numbers(experiment, "0.0.weight"));
    }

    [Fact]
    public void Element_types_convert_when_copied_and_must_agree_when_shared()
    {
        module.to(torch.float64);
        experiment.CopyWeightsTo(module);
        var wide = module.state_dict()["4.weight"];
        Assert.Equal(torch.float64, wide.dtype);
        Assert.Equal(Numbers(experiment, "4.weight"), wide.to(torch.float32).data<float>().ToArray());
        experiment.CopyWeightsFrom(module);
        var mismatch = Assert.Throws<WeightMismatchException>(() => experiment.ShareWeightsWith(module));
        Assert.Contains("Float32 on Cpu in the experiment and Float64 on Cpu in the module", mismatch.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shared_weights_are_one_memory_in_both_directions()
    {
        var held = module.state_dict()["4.bias"];
        var handle = held.Handle;
        Assert.Equal(s_names, experiment.ShareWeightsWith(module).Matched);
        Assert.Equal(handle, module.state_dict()["4.bias"].Handle);
        Assert.True(held.requires_grad);
        PredictsTheSame(experiment, module);

        experiment.Train();
        PredictsTheSame(experiment, module);
        Assert.Equal(Numbers(experiment, "4.bias"), held.data<float>().ToArray());

        // Trained on by TorchSharp, with an optimiser that was made before.
        using var data = TinyImages.Open();
        var (images, labels) = data.Train.ToTensors();
        var optimizer = torch.optim.SGD(module.parameters(), 0.05);
        var before = experiment.Evaluate(data.Train).Loss;
        module.train();
        for (var step = 0; step < 20; step++)
        {
            optimizer.zero_grad();
            torch.nn.functional.cross_entropy(module.call(experiment.Normalize(images)), labels).backward();
            optimizer.step();
        }

        Assert.True(experiment.Evaluate(data.Train).Loss < before);
        PredictsTheSame(experiment, module);
    }

    [Fact]
    public void Shared_memory_lives_as_long_as_either_side()
    {
        experiment.Train();
        experiment.ShareWeightsWith(module);
        var input = experiment.Normalize(torch.zeros(2, 8, 8, dtype: torch.uint8));
        module.eval();
        var expected = module.call(input);
        experiment.Dispose();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        _ = torch.full([1 << 20], -1, torch.float32);
        Assert.True(expected.allclose(module.call(input), rtol: 0, atol: 0));
        Assert.Throws<ObjectDisposedException>(() => experiment.CopyWeightsTo(module));

        using var second = new TinyNet();
        using (var shortLived = Modules.Tiny())
            second.ShareWeightsWith(shortLived);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        second.Train();
        second.CopyWeightsTo(module);
        PredictsTheSame(second, module);
    }

    [Fact]
    public void An_experiment_that_trains_lends_its_weights_to_nobody()
    {
        experiment.LogEvery = 1;
        var refused = 0;
        experiment.StepCompleted += _ =>
        {
            Assert.Throws<InvalidOperationException>(() => experiment.CopyWeightsTo(module));
            Assert.Throws<InvalidOperationException>(() => experiment.CopyWeightsFrom(module));
            Assert.Throws<InvalidOperationException>(() => experiment.ShareWeightsWith(module));
            refused++;
        };
        experiment.Train();
        Assert.Equal(10, refused);
    }

    internal static void PredictsTheSame(Experiment experiment, torch.nn.Module<torch.Tensor, torch.Tensor> module)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradients = torch.no_grad();
        using var data = TinyImages.Open();
        var (images, _) = data.Test.ToTensors();
        module.eval();
        var theirs = torch.nn.functional.softmax(module.call(experiment.Normalize(images)), 1);
        var difference = (experiment.Predict(images) - theirs).abs().max().item<float>();
        Assert.True(difference < 1e-5, $"Probabilities differ by {difference}.");
    }

    /// <summary>A parameter as a checkpoint holds it; without a name, all that the optimiser keeps.</summary>
    private static float[] Numbers(Experiment experiment, string name = "", bool slot = false)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            experiment.Save(path);
            using var scope = torch.NewDisposeScope();
            return [.. Safetensors.LoadStateDict(path)
                .Where(entry => slot ? entry.Key.StartsWith("optimizer.", StringComparison.Ordinal) : entry.Key == name)
                .SelectMany(entry => entry.Value.data<float>().ToArray())];
        }
        finally
        {
            File.Delete(path);
        }
    }
}
