using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Network;

public sealed class BiasBeforeBatchNormCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG1009", Features("[|Linear(64)|], BatchNorm(), ReLU()"), "The bias of Linear(64) has no effect: BatchNorm() subtracts the mean of every channel; write 'bias: false'"),
        ("REG1009", Images("[|Conv2d(8, 3, bias: true)|], BatchNorm()"), "The bias of Conv2d(8, 3, bias: true) has no effect: BatchNorm() subtracts the mean of every channel; write 'bias: false'"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG1009", Features("Linear(64, bias: false), BatchNorm(), ReLU()")),
        ("REG1009", Features("Linear(64), ReLU(), BatchNorm()")),
        // Layer normalisation subtracts one mean of all features; the bias of each still matters.
        ("REG1009", Features("Linear(64), LayerNorm(), ReLU()")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG1009", Features("Linear(64), BatchNorm()"), Features("Linear(64, bias: false), BatchNorm()")),
        ("REG1009", Features("Linear(64, true), BatchNorm()"), Features("Linear(64, false), BatchNorm()")),
    ];
}
