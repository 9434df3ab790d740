using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Optimisation;

public sealed class FloorAbovePeakCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG2002", With("Data<Digits>, Epochs(20), Sgd(LearningRate = 0.01), CosineDecay([|Floor = 0.01|])"), "CosineDecay.Floor is 0.01, but the decay starts at 0.01, the learning rate; give it a lower floor"),
        ("REG2002", With("Data<Digits>(BatchSize = 64), Epochs(20), Sgd, LinearScaling, CosineDecay([|Floor = 0.05|])"), "CosineDecay.Floor is 0.05, but the decay starts at 0.025, the learning rate after linear scaling; give it a lower floor"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG2002", Trick("CosineDecay(Floor = 0.05)")),
        ("REG2002", Trick("CosineDecay")),
        ("REG2002", With("Data<Digits>(BatchSize = 512), Epochs(20), Sgd, LinearScaling, Warmup, CosineDecay(Floor = 0.15)")),
    ];
}
