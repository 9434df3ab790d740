using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Network;

public sealed class DropoutBeforeActivationCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG1006", Features("Linear(64), [|Dropout(0.2)|], GELU()"), "GELU() changes what Dropout(0.2) makes: neither its zeros nor its scaling pass through unchanged; put Dropout(0.2) behind GELU()"),
        ("REG1006", Features("Linear(64, bias: false), BatchNorm(), [|Dropout()|], Tanh()"), "Tanh() changes what Dropout() makes: neither its zeros nor its scaling pass through unchanged; put Dropout() behind Tanh()"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG1006", Features("Linear(64), GELU(), Dropout(0.2)")),
        ("REG1006", Features("Linear(64), Dropout(0.2), ReLU()")),
        // The dropout belongs to the layer before the pooling.
        ("REG1006", Net("Sequential(Conv2d(8, 3), ReLU(), GlobalAveragePool2d(), Dropout(0.2), Linear(32), SiLU(), Linear(10))")),
        // It drops nothing.
        ("REG1006", Features("Linear(64), Dropout(0), GELU()")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG1006", Features("Linear(64), Dropout(0.2), SiLU()"), Features("Linear(64), SiLU(), Dropout(0.2)")),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        ("REG1006", Members("static Layer Network() => Sequential(Flatten(), Linear(64), Dropout(0.2), Activation(), Linear(10)); static Layer Activation() => GELU();")),
    ];
}
