using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Optimisation;

public sealed class SwitchedOffCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG2011", Trick("WeightDecay([|0|])"), "[WeightDecay] has no effect: a rate of 0 decays nothing; remove it, or change the value"),
        ("REG2011", Trick("LabelSmoothing([|epsilon: 0.0|])"), "[LabelSmoothing] has no effect: 0 leaves the targets as they are; remove it, or change the value"),
        ("REG2011", Trick("Warmup([|Epochs = 0|])"), "[Warmup] has no effect: it lasts 0 epochs; remove it, or change the value"),
        ("REG2011", Trick("Warmup([|Steps = 0|])"), "[Warmup] has no effect: it lasts 0 steps; remove it, or change the value"),
        ("REG2011", Trick("Warmup(Mode = WarmupMode.Constant, [|Factor = Net.Share|])").Replace("{ static", "{ const double Share = 1; static"), "[Warmup] has no effect: a factor of 1 is the full rate; remove it, or change the value"),
        ("REG2011", Trick("LinearScaling([|ReferenceBatch = 128|])"), "[LinearScaling] has no effect: the reference batch is the batch size; remove it, or change the value"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG2011", Trick("WeightDecay, LabelSmoothing, Warmup, LinearScaling, Mixup, Shuffle, Normalize")),
        ("REG2011", Trick("Warmup(Epochs = 0, Steps = 100)")),
        // The cosine begins later.
        ("REG2011", Trick("Warmup(Mode = WarmupMode.Constant, Factor = 1, Epochs = 5), CosineDecay")),
        ("REG2011", Trick("Warmup(Epochs = 1, Steps = 0)")),
        // Bare it waits for another batch size.
        ("REG2011", With("Data<Digits>(BatchSize = 256), Epochs(20), Sgd, LinearScaling")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG2011", Trick("WeightDecay(0), Mixup"), Trick("Mixup")),
        ("REG2011", Trick("Mixup, LabelSmoothing(0)"), Trick("Mixup")),
        ("REG2011", Trick("Mixup") + "\n// Kept.\n[Warmup(Epochs = 0)] [CosineDecay]\npartial class Net;", Trick("Mixup") + "\n// Kept.\n[CosineDecay]\npartial class Net;"),
        ("REG2011", Trick("Mixup") + "\n[CosineDecay]\n[Warmup(Epochs = 0)]\npartial class Net;", Trick("Mixup") + "\n[CosineDecay]\npartial class Net;"),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        ("REG2011", Trick("Mixup") + "\n#if true\n[Warmup(Epochs = 0)]\n#endif\npartial class Net;"),
    ];
}
