using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Network;

public sealed class DropoutAtTheEndCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG1011", Net("Sequential(Flatten(), Linear(10), [|Dropout(0.2)|])"), "Dropout(0.2) is the last layer, so it sets outputs for whole classes to 0 in the loss; remove it"),
        ("REG1011", Net("Sequential(Conv2d(10, 3), Sequential(GlobalAveragePool2d(), [|Dropout()|]))"), "Dropout() is the last layer, so it sets outputs for whole classes to 0 in the loss; remove it"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG1011", Net("Sequential(Flatten(), Linear(64), ReLU(), Dropout(0.2), Linear(10))")),
        ("REG1011", Net("Sequential(Flatten(), Linear(10), Residual(Sequential(Linear(32), ReLU(), Linear(10), Dropout(0.1))))")),
        ("REG1011", Net("Sequential(Flatten(), Linear(10), Dropout(0))")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG1011", Net("Sequential(Flatten(), Linear(10), Dropout(0.2))"), Net("Sequential(Flatten(), Linear(10))")),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        ("REG1011", Members("static Layer Network() => Sequential(Flatten(), Block(64), Block(10)); static Layer Block(int features) => Sequential(Linear(features), Dropout(0.2));")),
    ];
}
