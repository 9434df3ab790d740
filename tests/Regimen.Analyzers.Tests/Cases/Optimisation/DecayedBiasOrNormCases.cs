using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Optimisation;

public sealed class DecayedBiasOrNormCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG2001", Trick("WeightDecay(5e-4, [|IncludeBias = true|])"), "'IncludeBias = true' also decays biases, which limits the fit without making the network simpler; remove it"),
        ("REG2001", Trick("WeightDecay([|IncludeNorm = Net.All|], [|IncludeBias = true|])").Replace("{ static", "{ const bool All = true; static"), "'IncludeNorm = true' also decays the scale and shift of normalisations, which limits the fit without making the network simpler; remove it"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG2001", Trick("WeightDecay(5e-4)")),
        ("REG2001", Trick("WeightDecay(5e-4, IncludeBias = false, IncludeNorm = false)")),
        ("REG2001", Trick("WeightDecay")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG2001", Trick("WeightDecay(5e-4, IncludeBias = true)"), Trick("WeightDecay(5e-4)")),
        ("REG2001", Trick("WeightDecay(IncludeNorm = true)"), Trick("WeightDecay")),
    ];
}
