using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Optimisation;

public sealed class UnreadArgumentCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG2012", Trick("Warmup([|Factor = 0.2|])"), "Warmup.Factor is read by the constant warm-up only, and this one is gradual; remove it or set 'Mode = WarmupMode.Constant'"),
        ("REG2012", Trick("Warmup(Mode = WarmupMode.Gradual, [|UntilTrainError = 0.8|], Epochs = 2)"), "Warmup.UntilTrainError is read by the constant warm-up only, and this one is gradual; remove it or set 'Mode = WarmupMode.Constant'"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG2012", Trick("Warmup(Mode = WarmupMode.Constant, Factor = 0.2, UntilTrainError = 0.8)")),
        ("REG2012", Trick("Warmup(Epochs = 2)")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG2012", Trick("Warmup(Factor = 0.2)"), Trick("Warmup")),
        ("REG2012", Trick("Warmup(UntilTrainError = 0.8, Epochs = 2)"), Trick("Warmup(Epochs = 2)")),
    ];
}
