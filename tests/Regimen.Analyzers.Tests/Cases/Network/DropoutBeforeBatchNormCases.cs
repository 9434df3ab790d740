using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Network;

public sealed class DropoutBeforeBatchNormCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG1008", Features("Linear(64, bias: false), [|Dropout(0.2)|], BatchNorm(), ReLU()"), "Dropout(0.2) raises the variance that BatchNorm() learns, but only while training; put Dropout(0.2) behind it and its activation"),
        ("REG1008", Features("Sequential(Linear(64, bias: false), [|Dropout(0.2)|]), Sequential(BatchNorm(), ReLU())"), "Dropout(0.2) raises the variance that BatchNorm() learns, but only while training; put Dropout(0.2) behind it and its activation"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG1008", Features("Linear(64, bias: false), BatchNorm(), ReLU(), Dropout(0.2)")),
        // A product in between makes the shift smaller.
        ("REG1008", Features("Linear(64), ReLU(), Dropout(0.2), Linear(32, bias: false), BatchNorm(), ReLU()")),
        // Layer normalisation keeps no statistics.
        ("REG1008", Features("Linear(64), ReLU(), Dropout(0.2), Linear(32), LayerNorm(), ReLU()")),
        ("REG1008", Features("Linear(64, bias: false), BatchNorm(), ReLU(), Dropout(0.2), Linear(32), ReLU()")),
        ("REG1008", Features("Linear(64, bias: false), Dropout(0), BatchNorm(), ReLU()")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG1008", Features("Linear(64, bias: false), Dropout(0.2), BatchNorm(), ReLU()"), Features("Linear(64, bias: false), BatchNorm(), ReLU(), Dropout(0.2)")),
        (
            "REG1008",
            Net("Sequential([\n    Flatten(),\n    Linear(64, bias: false), // Hidden.\n    Dropout(0.2),  // Regularises.\n    BatchNorm(),   // Normalises.\n    ReLU(),\n    Linear(10)])"),
            Net("Sequential([\n    Flatten(),\n    Linear(64, bias: false), // Hidden.\n    BatchNorm(),   // Normalises.\n    ReLU(),\n    Dropout(0.2),  // Regularises.\n    Linear(10)])")),
        ("REG1008", Features("Linear(64, bias: false), Dropout(0.2), BatchNorm()"), Features("Linear(64, bias: false), BatchNorm(), Dropout(0.2)")),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        ("REG1008", Features("Sequential(Linear(64, bias: false), Dropout(0.2)), Sequential(BatchNorm(), ReLU())")),
        // It would come to stand between the normalisation and its activation.
        ("REG1008", Features("Sequential(Linear(64, bias: false), Dropout(0.2), BatchNorm()), ReLU()")),
    ];
}
