using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Optimisation;

public sealed class StrongWeightDecayCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG2010", Trick("WeightDecay([|0.01|])"), "A weight decay of 0.01 at rate 0.1 and momentum 0.9 halves the weights every 69 steps; take a smaller one, 5e-4 is usual"),
        ("REG2010", Trick("WeightDecay([|7|])"), "A weight decay of 7 at rate 0.1 and momentum 0.9 halves the weights in every step; take a smaller one, 5e-4 is usual"),
        ("REG2010", With("Data<Digits>, Epochs(20), Sgd(LearningRate = 2), [|WeightDecay|]"), "A weight decay of 0.0005 at rate 2 and momentum 0.9 halves the weights every 69 steps; take a smaller one, 5e-4 is usual"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG2010", Trick("WeightDecay(5e-4)")),
        ("REG2010", With("Data<Digits>, Epochs(20), Sgd(LearningRate = 1), WeightDecay(5e-4)")),
        ("REG2010", With("Data<Digits>, Epochs(20), Sgd(LearningRate = 0.001), WeightDecay(0.01)")),
        ("REG2010", Trick("WeightDecay(0)")),
    ];
}
