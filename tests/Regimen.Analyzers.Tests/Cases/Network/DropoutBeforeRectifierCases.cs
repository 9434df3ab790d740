using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Network;

public sealed class DropoutBeforeRectifierCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG1007", Features("Linear(64), [|Dropout(0.2)|], ReLU()"), "Dropout(0.2) before ReLU() makes the same values as behind it; put it behind ReLU(), the usual order"),
        ("REG1007", Features("Linear(64), LayerNorm(), [|Dropout(0.2)|], LeakyReLU(0.1)"), "Dropout(0.2) before LeakyReLU(0.1) makes the same values as behind it; put it behind LeakyReLU(0.1), the usual order"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG1007", Features("Linear(64), ReLU(), Dropout(0.2)")),
        ("REG1007", Features("Linear(64), Dropout(0.2), GELU()")),
        ("REG1007", Features("Dropout(0.2), Linear(64), ReLU()")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG1007", Features("Linear(64), Dropout(0.2), ReLU()"), Features("Linear(64), ReLU(), Dropout(0.2)")),
        ("REG1007", Net("Sequential([Flatten(), Linear(64), Dropout(0.2), ReLU(), Linear(10)])"), Net("Sequential([Flatten(), Linear(64), ReLU(), Dropout(0.2), Linear(10)])")),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        // The arguments of a method have their own meaning.
        ("REG1007", Members("static Layer Network() => Sequential(Flatten(), Hidden(Dropout(0.2), ReLU()), Linear(10)); static Layer Hidden(Layer first, Layer second) => Sequential(Linear(64), first, second);")),
    ];
}
