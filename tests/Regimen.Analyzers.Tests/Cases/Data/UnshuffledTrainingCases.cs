using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Data;

public sealed class UnshuffledTrainingCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG3003", Trick("Shuffle([|false|])"), "Without shuffling, every epoch trains on the same batches in the order of the files; remove [Shuffle(false)]"),
        ("REG3003", Trick("Shuffle([|enabled: Net.Mixed|])").Replace("{ static", "{ const bool Mixed = false; static"), "Without shuffling, every epoch trains on the same batches in the order of the files; remove [Shuffle(false)]"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG3003", Trick("Shuffle")),
        ("REG3003", Trick("Shuffle(true)")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG3003", Trick("Shuffle(false), Mixup"), Trick("Mixup")),
    ];
}
