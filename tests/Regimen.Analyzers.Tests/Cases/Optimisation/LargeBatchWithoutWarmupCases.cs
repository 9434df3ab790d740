using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Optimisation;

public sealed class LargeBatchWithoutWarmupCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG2005", With("Data<Digits>([|BatchSize = 1024|]), Epochs(20), Sgd, LinearScaling"), "Batches of 1,024 at a rate of 0.4 tend to diverge in the first epochs; add [Warmup]"),
        ("REG2005", With("Data<Digits>([|BatchSize = Net.Batch|]), Epochs(20), Sgd(LearningRate = 1.6), CosineDecay").Replace("{ static", "{ const int Batch = 4096; static"), "Batches of 4,096 at a rate of 1.6 tend to diverge in the first epochs; add [Warmup], and [LinearScaling] if the rate is meant for batches of 256"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG2005", With("Data<Digits>(BatchSize = 1024), Epochs(20), Sgd, LinearScaling, Warmup")),
        ("REG2005", With("Data<Digits>(BatchSize = 512), Epochs(20), Sgd, LinearScaling")),
        // Small enough for any batch.
        ("REG2005", With("Data<Digits>(BatchSize = 4096), Epochs(20), Sgd(LearningRate = 0.05)")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG2005", With("Data<Digits>(BatchSize = 1024), Epochs(20), Sgd, LinearScaling"), With("Data<Digits>(BatchSize = 1024), Epochs(20), Sgd, Warmup, LinearScaling")),
        ("REG2005", With("Data<Digits>(BatchSize = 1024), Epochs(20)") + "\n[Regimen.Sgd(LearningRate = 0.2)]\npartial class Net;", With("Data<Digits>(BatchSize = 1024), Epochs(20)") + "\n[Regimen.Sgd(LearningRate = 0.2), Regimen.Warmup]\npartial class Net;"),
    ];
}
