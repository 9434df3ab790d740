using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Optimisation;

public sealed class UnusualRateCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG2008", With("Data<Digits>, Epochs(20), Sgd([|LearningRate = 10|])"), "The learning rate of SGD is 10, but networks train with 1E-05 to 5; 0.1 is usual"),
        ("REG2008", With("Data<Digits>, Epochs(20), Sgd([|LearningRate = Net.Rate|])").Replace("{ static", "{ const double Rate = 1e-6; static"), "The learning rate of SGD is 1E-06, but networks train with 1E-05 to 5; 0.1 is usual"),
        ("REG2008", With("Data<Digits>(BatchSize = 4096), Epochs(20), Sgd([|LearningRate = 1|]), LinearScaling, Warmup"), "The learning rate of SGD after linear scaling is 16, but networks train with 1E-05 to 5; 0.1 is usual"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG2008", With("Data<Digits>, Epochs(20), Sgd(LearningRate = 3)")),
        ("REG2008", With("Data<Digits>, Epochs(20), Sgd(LearningRate = 1e-4, Momentum = 0)")),
        // Goyal et al. 2017 at 16,384.
        ("REG2008", With("Data<Digits>(BatchSize = 16384), Epochs(20), Sgd, LinearScaling, Warmup")),
    ];
}
