using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Optimisation;

public sealed class EndlessWarmupCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG2003", Trick("Warmup([|Epochs = 20|])"), "A warm-up of 20 epochs is not shorter than the run of 20 epochs, so the full rate is never reached; shorten it or train longer"),
        ("REG2003", With("Data<Digits>, Epochs(1), Sgd, Warmup([|Epochs = Net.Span|]), CosineDecay").Replace("{ static", "{ const double Span = 1.5; static"), "A warm-up of 1.5 epochs is not shorter than the run of 1 epoch, so CosineDecay never starts; shorten it or train longer"),
        ("REG2003", Photos(60_000) + With("Data<Photos>(BatchSize = 100), Epochs(2), Sgd, Warmup([|Steps = 1200|])"), "A warm-up of 1,200 steps is not shorter than the run of 1,200, so the full rate is never reached; shorten it or train longer"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG2003", Trick("Warmup(Epochs = 19.5), CosineDecay")),
        ("REG2003", Photos(60_000) + With("Data<Photos>(BatchSize = 100), Epochs(2), Sgd, Warmup(Steps = 1199)")),
        // The size of the data is not known.
        ("REG2003", With("Data<Digits>, Epochs(1), Sgd, Warmup(Steps = 100_000)")),
        // Bare, it takes a tenth of the run at most.
        ("REG2003", With("Data<Digits>, Epochs(3), Sgd, Warmup, CosineDecay")),
        // It ends once the error is reached.
        ("REG2003", Trick("Warmup(Mode = WarmupMode.Constant, Epochs = 20, UntilTrainError = 0.8)")),
    ];
}
