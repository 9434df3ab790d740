using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Data;

public sealed class StrongSmoothingCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG3001", Trick("LabelSmoothing([|0.5|])"), "A label smoothing of 0.5 leaves the right class a target of 0.55; take a smaller one, 0.1 is usual"),
        ("REG3001", Trick("LabelSmoothing([|Net.Share|])").Replace("{ static", "{ const double Share = 0.9; static"), "A label smoothing of 0.9 leaves the right class a target of 0.19; take a smaller one, 0.1 is usual"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG3001", Trick("LabelSmoothing(0.4)")),
        ("REG3001", Trick("LabelSmoothing")),
    ];
}
