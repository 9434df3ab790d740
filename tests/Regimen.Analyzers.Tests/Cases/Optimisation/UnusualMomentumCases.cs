using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Optimisation;

public sealed class UnusualMomentumCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG2009", With("Data<Digits>, Epochs(20), Sgd([|Momentum = 0.1|])"), "A momentum of 0.1 averages the gradient over about 1.1 steps; 0.5 to 0.999 is usual, mostly 0.9"),
        ("REG2009", With("Data<Digits>, Epochs(20), Sgd([|Momentum = Net.Share|])").Replace("{ static", "{ const double Share = 0.9995; static"), "A momentum of 0.9995 averages the gradient over about 2000 steps; 0.5 to 0.999 is usual, mostly 0.9"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG2009", With("Data<Digits>, Epochs(20), Sgd(Momentum = 0)")),
        ("REG2009", With("Data<Digits>, Epochs(20), Sgd(Momentum = 0.999)")),
        ("REG2009", With("Data<Digits>, Epochs(20), Sgd(Momentum = 0.5)")),
        ("REG2009", With("Data<Digits>, Epochs(20), Sgd")),
    ];
}
