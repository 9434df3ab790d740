using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Network;

public sealed class GrowingWidthCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG1018", Features("Linear(64), ReLU(), [|Linear(128)|], ReLU()"), "Linear(128) widens 64 hidden features to 128; widths usually stay or shrink towards the classes"),
        ("REG1018", Members("static Layer Network() => Sequential(Flatten(), Hidden(64), Hidden(128), Linear(10)); static Layer Hidden(int features) => Sequential([|Linear(features)|], LayerNorm(), GELU(), Dropout(0.1));"), "Linear(features) widens 64 hidden features to 128; widths usually stay or shrink towards the classes"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG1018", Features("Linear(128), ReLU(), Linear(128), ReLU(), Linear(64), ReLU()")),
        // The first one widens the input, the last one makes the classes.
        ("REG1018", Features("Linear(1024), ReLU(), Linear(8), ReLU()")),
        // A product in two factors.
        ("REG1018", Features("Linear(16, bias: false), Linear(128), ReLU()")),
        // Branches expand and shrink again.
        ("REG1018", Features("Linear(64), ReLU(), Residual(Sequential(Linear(64), ReLU(), Linear(256), ReLU(), Linear(64)))")),
        ("REG1018", Net("Sequential(Flatten(), Linear(64), ReLU(), Residual(Sequential(Linear(32), ReLU(), Linear(64))), Linear(128), ReLU(), Linear(10))")),
    ];
}
