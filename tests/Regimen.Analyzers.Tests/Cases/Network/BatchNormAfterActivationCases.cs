using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Network;

public sealed class BatchNormAfterActivationCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG1005", Images("Conv2d(8, 3, bias: false), ReLU(), [|BatchNorm()|]"), "BatchNorm() normalises what ReLU() already cut off; put it between Conv2d(8, 3, bias: false) and ReLU()"),
        ("REG1005", Features("Sequential(Linear(64), GELU()), Sequential([|BatchNorm()|])"), "BatchNorm() normalises what GELU() already cut off; put it between Linear(64) and GELU()"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG1005", Images("Conv2d(8, 3, bias: false), BatchNorm(), ReLU()")),
        // The activation of one block, the normalisation of the next (pre-activation order, He et al. 2016b).
        ("REG1005", Images("Conv2d(8, 3, bias: false), BatchNorm(), ReLU(), BatchNorm(), ReLU(), Conv2d(8, 3)")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG1005", Images("Conv2d(8, 3), ReLU(), BatchNorm()"), Images("Conv2d(8, 3), BatchNorm(), ReLU()")),
        // Comments go with their layers where these have lines of their own.
        (
            "REG1005",
            Net("Sequential(\n    Flatten(),\n    Linear(64),\n    ReLU(),       // Clips.\n    // Normalises\n    BatchNorm(),  // and scales.\n    Linear(10))"),
            Net("Sequential(\n    Flatten(),\n    Linear(64),\n    // Normalises\n    BatchNorm(),  // and scales.\n    ReLU(),       // Clips.\n    Linear(10))")),
        (
            "REG1005",
            Net("Sequential([\n    Flatten(),\n    Linear(64),\n    ReLU(), // Clips.\n    BatchNorm(),\n    Linear(10),\n])"),
            Net("Sequential([\n    Flatten(),\n    Linear(64),\n    BatchNorm(),\n    ReLU(), // Clips.\n    Linear(10),\n])")),
        // Else they stay, since nobody knows what they are about.
        (
            "REG1005",
            Net("Sequential(\n    Flatten(),\n    Linear(64),\n    ReLU(), /* a */ // b\n    BatchNorm() /* c */,\n    Linear(10))"),
            Net("Sequential(\n    Flatten(),\n    Linear(64),\n    BatchNorm(), /* a */ // b\n    ReLU() /* c */,\n    Linear(10))")),
        (
            "REG1005",
            Net("Sequential(\n    Flatten(), Linear(64), ReLU(), // hidden\n    BatchNorm(),\n    Linear(10))"),
            Net("Sequential(\n    Flatten(), Linear(64), BatchNorm(), // hidden\n    ReLU(),\n    Linear(10))")),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        ("REG1005", Features("Sequential(Linear(64), GELU()), Sequential(BatchNorm())")),
    ];
}
