using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Network;

public sealed class LinearAfterLinearCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG1023", Features("Linear(64), [|Linear(32)|], ReLU()"), "Linear(64) and Linear(32) together are no more than one product: nothing non-linear stands between them; put ReLU() there"),
        ("REG1023", Net("Sequential(Flatten(), Linear(128, bias: false), BatchNorm(), Dropout(0.2), [|Linear(10)|])"), "Linear(128, bias: false) and Linear(10) together are no more than one product: nothing non-linear stands between them; put ReLU() there"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG1023", Features("Linear(64), ReLU(), Linear(32), ReLU()")),
        // A product in two factors of low rank.
        ("REG1023", Features("Linear(16, bias: false), Linear(128), ReLU()")),
        // Layer normalisation divides by what it reads, so it is not linear.
        ("REG1023", Features("Linear(64), LayerNorm()")),
        // A depthwise and a pointwise convolution (Chollet 2017).
        ("REG1023", Images("Conv2d(8, 3), ReLU(), Conv2d(8, 3, groups: 8), Conv2d(16, 1), ReLU()")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG1023", Net("Sequential(Flatten(), Linear(64), Linear(10))"), Net("Sequential(Flatten(), Linear(64), ReLU(), Linear(10))")),
        ("REG1023", Net("Sequential(Flatten(), Linear(64, bias: false), BatchNorm(), Dropout(0.2), Linear(10))"), Net("Sequential(Flatten(), Linear(64, bias: false), BatchNorm(), ReLU(), Dropout(0.2), Linear(10))")),
        ("REG1023", Net("Sequential([\n    Flatten(),\n    Layers.Linear(64),\n    Layers.Linear(10),\n])"), Net("Sequential([\n    Flatten(),\n    Layers.Linear(64), Layers.ReLU(),\n    Layers.Linear(10),\n])")),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        ("REG1023", Features("Sequential(Linear(64)), Sequential(Linear(32)), ReLU()")),
    ];
}
