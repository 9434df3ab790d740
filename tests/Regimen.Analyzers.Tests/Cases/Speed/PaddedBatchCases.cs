using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Speed;

public sealed class PaddedBatchCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG5002", With("Data<Digits>([|BatchSize = 50|]), Epochs(20), Sgd"), "Batches of 50 are padded to 56 by matrix units; take 48"),
        ("REG5002", With("Data<Digits>([|BatchSize = Net.Batch|]), Epochs(20), Sgd").Replace("{ static", "{ const int Batch = 20; static"), "Batches of 20 are padded to 24 by matrix units; take 24"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG5002", With("Data<Digits>(BatchSize = 64), Epochs(20), Sgd")),
        // Little is lost.
        ("REG5002", With("Data<Digits>(BatchSize = 100), Epochs(20), Sgd")),
        ("REG5002", With("Data<Digits>(BatchSize = 4), Epochs(20), Sgd")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG5002", With("Data<Digits>(BatchSize = 50), Epochs(20), Sgd"), With("Data<Digits>(BatchSize = 48), Epochs(20), Sgd")),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        ("REG5002", With("Data<Digits>(BatchSize = Net.Batch), Epochs(20), Sgd").Replace("{ static", "{ const int Batch = 20; static")),
    ];
}
