using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Network;

public sealed class SingleValueNormalisationCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG1017", Features("Linear(1), [|LayerNorm()|]"), "LayerNorm() normalises one value per sample, which always gives 0 before the shift; remove it"),
        ("REG1017", Features("Linear(8), ReLU(), Residual(Sequential(Linear(1), [|LayerNorm(1e-3)|], Linear(8)))"), "LayerNorm(1e-3) normalises one value per sample, which always gives 0 before the shift; remove it"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG1017", Features("Linear(2), LayerNorm()")),
        // One channel, but many pixels.
        ("REG1017", Images("Conv2d(1, 3), LayerNorm()")),
        // REG4001 knows how many samples a batch has.
        ("REG1017", Features("Linear(1, bias: false), BatchNorm()")),
    ];
}
