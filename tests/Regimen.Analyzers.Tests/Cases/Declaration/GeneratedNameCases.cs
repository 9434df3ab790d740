using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Declaration;

public sealed class GeneratedNameCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG0011", With("Data<Digits>(BatchSize = Net.BatchSize), Epochs(1), Sgd", "{ public const int [|BatchSize|] = 64; static Layer Network() => Sequential(Flatten(), Linear(10)); }"), "Experiment 'Net' declares 'BatchSize', which its generated part declares too; give yours another name"),
        ("REG0011", With("Data<Digits>, Epochs(1), Sgd", "{ double [|LearningRate|] => 1; enum [|Layout|]; static Layer Network() => Sequential(Flatten(), Linear(10)); }"), "Experiment 'Net' declares 'LearningRate', which its generated part declares too; give yours another name"),
        ("REG0011", With("Data<Digits>, Epochs(1), Sgd", "{ static double [|RateAt|](long a, long b, long c) => a; static Layer Network() => Sequential(Flatten(), Linear(10)); }"), "Experiment 'Net' declares 'RateAt', which its generated part declares too; give yours another name"),
        ("REG0011", With("Data<Digits>, Epochs(1), Sgd", "{ static void [|set_LearningRate|](double rate) { } static Layer Network() => Sequential(Flatten(), Linear(10)); }"), "Experiment 'Net' declares 'set_LearningRate', which its generated part declares too; give yours another name"),
        ("REG0011", "[Experiment, Data<Digits>, Epochs(1), Sgd] partial class [|Momentum|] { static Layer Network() => Sequential(Flatten(), Linear(10)); }", "Experiment 'Momentum' has the name of the member 'Momentum', which its generated part declares too; give the class another name"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // The properties are those of the attributes that are there.
        ("REG0011", With("Data<Digits>, Epochs(1), Sgd", "{ const double WarmupEpochs = 1, MixupAlpha = 1; static Layer Network() => Sequential(Flatten(), Linear(10)); }")),
        // Another overload stands beside it.
        ("REG0011", With("Data<Digits>, Epochs(1), Sgd", "{ double RateAt(int step) => step; static Layer Network() => Sequential(Flatten(), Linear(10)); }")),
        ("REG0011", With("Data<Digits>, Epochs(1), Sgd", "{ const int Batch = 64; static Layer Network() => Sequential(Flatten(), Linear(10)); class Nested { int BatchSize; } }")),
    ];
}
