using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Optimisation;

public sealed class RateScaledTwiceCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG2006", With("Data<Digits>(BatchSize = 512), Epochs(20), Sgd([|LearningRate = 0.1 * 512 / 256|]), LinearScaling, Warmup"), "The learning rate is written as a multiple of the batch size 512, and [LinearScaling] multiplies it again to 0.4; do one of the two"),
        ("REG2006", With("Data<Digits>(BatchSize = Net.Batch), Epochs(20), Sgd([|LearningRate = Net.Rate|]), LinearScaling").Replace("{ static", "{ const int Batch = 64; const double Rate = (double)Batch / 256 * 0.1; static"), "The learning rate is written as a multiple of the batch size 64, and [LinearScaling] multiplies it again to 0.00625; do one of the two"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG2006", With("Data<Digits>(BatchSize = 512), Epochs(20), Sgd(LearningRate = 0.1 * 512 / 256), Warmup")),
        ("REG2006", With("Data<Digits>(BatchSize = 512), Epochs(20), Sgd(LearningRate = 0.1 * 2), LinearScaling, Warmup")),
        // Divided: the author takes the scaling back, or sums the loss.
        ("REG2006", With("Data<Digits>(BatchSize = 512), Epochs(20), Sgd(LearningRate = 25.6 / 512), LinearScaling, Warmup")),
        ("REG2006", With("Data<Digits>(BatchSize = 1), Epochs(20), Sgd(LearningRate = 1 * 0.1), LinearScaling")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG2006", With("Data<Digits>(BatchSize = 512), Epochs(20), Sgd(LearningRate = 0.1 * 512 / 256), LinearScaling, Warmup"), With("Data<Digits>(BatchSize = 512), Epochs(20), Sgd(LearningRate = 0.1 * 512 / 256), Warmup")),
        ("REG2006", With("Data<Digits>(BatchSize = 512), Epochs(20), Sgd(LearningRate = 0.1 * 512 / 256), Warmup") + "\n[LinearScaling]\npartial class Net;", With("Data<Digits>(BatchSize = 512), Epochs(20), Sgd(LearningRate = 0.1 * 512 / 256), Warmup") + "\npartial class Net;"),
    ];
}
