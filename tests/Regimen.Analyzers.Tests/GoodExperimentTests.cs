using Regimen.Analyzers.Tests.Infrastructure;
using Regimen.Generators.Tests.Infrastructure;
using Regimen.Testing;

namespace Regimen.Analyzers.Tests;

/// <summary>No rule has anything to say about the samples, nor about published networks with the recipes that they were trained with.</summary>
public sealed class GoodExperimentTests
{
    public static TheoryData<string> Samples => [.. Repository.Samples.Keys];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Sample(string name) => Assert.Empty(await Analysis.Run(TestCompilation.Of(DataSources.Known, Repository.Samples[name])));

    [Theory]
    // LeNet-300-100 and LeNet-5 (LeCun et al. 1998), with rectifiers in place of tanh.
    [InlineData("Data<FashionMnist>(BatchSize = 100), Epochs(20), Sgd(LearningRate = 0.01)", "Sequential(Flatten(), Linear(300), ReLU(), Linear(100), ReLU(), Linear(10))")]
    [InlineData("Data<FashionMnist>(BatchSize = 64), Epochs(20), Sgd(LearningRate = 0.01)", "Sequential(Conv2d(6, 5, padding: 2), ReLU(), AvgPool2d(2), Conv2d(16, 5), ReLU(), AvgPool2d(2), Flatten(), Linear(120), ReLU(), Linear(84), ReLU(), Linear(10))")]
    // CIFAR recipe of He et al. 2016, with the constant warm-up of its 110-layer network.
    [InlineData("Data<Cifar10>(BatchSize = 128), Epochs(164), Sgd(LearningRate = 0.1, Momentum = 0.9), WeightDecay(1e-4), Warmup(Mode = WarmupMode.Constant, Factor = 0.1, UntilTrainError = 0.8, Steps = 400)", "Sequential(Conv2d(16, 3, padding: 1, bias: false), BatchNorm(), ReLU(), Residual(Sequential(Conv2d(16, 3, padding: 1, bias: false), BatchNorm(), ReLU(), Conv2d(16, 3, padding: 1, bias: false), BatchNorm())), ReLU(), GlobalAveragePool2d(), Linear(10))")]
    // VGG with batch normalisation, the recipe of wide residual networks (Zagoruyko and Komodakis 2016).
    [InlineData("Data<Cifar10>(BatchSize = 128), Epochs(200), Sgd(LearningRate = 0.1, Momentum = 0.9, Nesterov = true), WeightDecay(5e-4), CosineDecay", "Sequential(Conv2d(64, 3, padding: 1, bias: false), BatchNorm(), ReLU(), MaxPool2d(2), Conv2d(128, 3, padding: 1, bias: false), BatchNorm(), ReLU(), MaxPool2d(2), Flatten(), Linear(512, bias: false), BatchNorm(), ReLU(), Dropout(0.5), Linear(10))")]
    // Large batches, Goyal et al. 2017, with the smoothing and mixup of He et al. 2019.
    [InlineData("Data<Cifar10>(BatchSize = 8192), Epochs(90), Sgd(LearningRate = 0.1, Momentum = 0.9), LinearScaling, Warmup(Epochs = 5), CosineDecay, WeightDecay(1e-4), LabelSmoothing, Mixup", "Sequential(Conv2d(64, 3, padding: 1, bias: false), BatchNorm(), ReLU(), GlobalAveragePool2d(), Linear(10))")]
    // Super-convergence, Smith and Topin 2018.
    [InlineData("Data<Cifar10>(BatchSize = 512), Epochs(30), Sgd(LearningRate = 3, Momentum = 0.9), WeightDecay(1e-4), Warmup(Epochs = 12), CosineDecay(Floor = 1e-4)", "Sequential(Conv2d(64, 3, padding: 1, bias: false), BatchNorm(), ReLU(), GlobalAveragePool2d(), Linear(10))")]
    public async Task Published(string attributes, string network) => Assert.Empty(await Analysis.Run(TestCompilation.Of(
        DataSources.Known,
        TestCompilation.Experiment($"static Layer Network() => {network};", attributes))));

    /// <summary>An editor runs the rules after every key.</summary>
    [Fact]
    public async Task No_rule_fails_on_half_an_experiment()
    {
        const string source = """
            [Experiment(Seed = 1), Data<Photos>(BatchSize = Net.Batch), Epochs(20), Sgd(LearningRate = 0.1 * Net.Batch / 256, Momentum = 0, Nesterov = true)]
            [WeightDecay(0.1, IncludeBias = true), Warmup(Steps = 500_000, Factor = 1, Mode = WarmupMode.Constant), CosineDecay(Floor = 1), LinearScaling(ReferenceBatch = 50), Shuffle(false)]
            [LabelSmoothing(0.6), Mixup(alpha: 2)]
            partial class Net
            {
                const int Batch = 50;
                static Layer Network() => Sequential(Conv2d(12, kernel: 3), BatchNorm(), ReLU(), Flatten(), Linear(50), BatchNorm(), Linear(10));
            }
            """;
        const string before = "using System; using Regimen; using static Regimen.Layers; [ImageData(Channels = 1, Height = 28, Width = 28, Classes = 10, TrainImages = 1001)] class Photos : IDataSource { public static ImageDataSet Open() => null!; }\n";
        var ids = new HashSet<string>();
        for (var length = 3; length < source.Length; length += 5)
        {
            ids.UnionWith((await Analysis.Run(TestCompilation.Of(before + source[..length]))).Select(diagnostic => diagnostic.Id));
            await Analysis.Run(TestCompilation.Of(before + source[..length] + source[Math.Min(source.Length, length + 9)..]));
        }

        Assert.Contains("REG0006", ids);
    }
}
