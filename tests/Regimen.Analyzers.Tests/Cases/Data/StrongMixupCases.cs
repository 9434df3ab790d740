using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Data;

public sealed class StrongMixupCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG3002", Trick("Mixup([|2|])"), "Mixup with an alpha of 2 makes nearly even mixtures the rule, on which networks underfit; 0.1 to 1 is usual"),
        ("REG3002", Trick("Mixup([|alpha: Net.Strength|], PerSample = true)").Replace("{ static", "{ const double Strength = 8; static"), "Mixup with an alpha of 8 makes nearly even mixtures the rule, on which networks underfit; 0.1 to 1 is usual"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG3002", Trick("Mixup(1)")),
        ("REG3002", Trick("Mixup")),
    ];
}
