using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Optimisation;

public sealed class NesterovWithoutMomentumCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG2007", With("Data<Digits>, Epochs(20), Sgd(Momentum = 0, [|Nesterov = true|])"), "Nesterov looks ahead along the momentum, which is 0; remove 'Nesterov = true' or set a momentum such as 0.9"),
        ("REG2007", With("Data<Digits>, Epochs(20), Sgd([|Nesterov = Net.Ahead|], Momentum = 0.0)").Replace("{ static", "{ const bool Ahead = true; static"), "Nesterov looks ahead along the momentum, which is 0; remove 'Nesterov = true' or set a momentum such as 0.9"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG2007", With("Data<Digits>, Epochs(20), Sgd(Nesterov = true)")),
        ("REG2007", With("Data<Digits>, Epochs(20), Sgd(Momentum = 0, Nesterov = false)")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG2007", With("Data<Digits>, Epochs(20), Sgd(Momentum = 0, Nesterov = true)"), With("Data<Digits>, Epochs(20), Sgd(Momentum = 0)")),
        ("REG2007", With("Data<Digits>, Epochs(20), Sgd(Nesterov = true, Momentum = 0)"), With("Data<Digits>, Epochs(20), Sgd(Momentum = 0)")),
    ];
}
