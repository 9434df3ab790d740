using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Network;

public sealed class ActivationAfterActivationCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG1012", Features("Linear(64), ReLU(), [|ReLU()|]"), "ReLU() reads what ReLU() made non-linear already; remove one of the two"),
        ("REG1012", Features("Sequential(Linear(64), GELU()), [|Tanh()|]"), "Tanh() reads what GELU() made non-linear already; remove one of the two"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG1012", Features("Linear(64), ReLU(), LayerNorm(), ReLU()")),
        ("REG1012", Features("Linear(64), ReLU(), Linear(64), ReLU()")),
        // The activation behind a residual reads the sum.
        ("REG1012", Features("Linear(64), ReLU(), Residual(Sequential(Linear(64), ReLU())), ReLU()")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG1012", Features("Linear(64), ReLU(), Tanh()"), Features("Linear(64), ReLU()")),
        ("REG1012", Features("Linear(64), ReLU(), Sequential(Tanh(), Linear(32))"), Features("Linear(64), ReLU(), Sequential(Linear(32))")),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        // The helper is right where no activation stands before it.
        ("REG1012", Members("static Layer Network() => Sequential(Flatten(), Linear(64), Block(), ReLU(), Block(), Linear(10)); static Layer Block() => Sequential(ReLU(), Linear(64));")),
    ];
}
