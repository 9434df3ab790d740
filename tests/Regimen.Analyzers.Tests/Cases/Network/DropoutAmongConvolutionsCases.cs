using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Network;

public sealed class DropoutAmongConvolutionsCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG1014", Images("Conv2d(8, 3), ReLU(), [|Dropout(0.2)|], Conv2d(8, 3)"), "Dropout(0.2) drops single values of an image [8, 26, 26] that Conv2d(8, 3) reads: their neighbours still tell much of them; consider it before the classifier instead"),
        ("REG1014", Images("Conv2d(8, 3), Residual(Sequential(Conv2d(8, 3, padding: 1), [|Dropout(0.2)|])), ReLU(), MaxPool2d(2), Conv2d(16, 3)"), "Dropout(0.2) drops single values of an image [8, 26, 26] that Conv2d(16, 3) reads: their neighbours still tell much of them; consider it before the classifier instead"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG1014", Images("Conv2d(8, 3), ReLU(), Conv2d(8, 3), ReLU(), Dropout(0.2)")),
        ("REG1014", Net("Sequential(Conv2d(8, 3), ReLU(), Flatten(), Dropout(0.2), Linear(32), ReLU(), Dropout(0.2), Linear(10))")),
        // One pixel per channel: whole channels are dropped.
        ("REG1014", Images("Conv2d(8, 28), ReLU(), Dropout(0.2), Conv2d(16, 1)")),
        // The shortcut reads what the body reads, not what it makes.
        ("REG1014", Images("Conv2d(8, 3), Residual(Sequential(Conv2d(8, 1), ReLU(), Dropout(0.2)), shortcut: Conv2d(8, 1))")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG1014", Images("Conv2d(8, 3), ReLU(), Dropout(0.2), Conv2d(8, 3)"), Images("Conv2d(8, 3), ReLU(), Conv2d(8, 3)")),
        ("REG1014", Images("Conv2d(8, 3),\n    ReLU(), Dropout(0.2),\n    Conv2d(8, 3)"), Images("Conv2d(8, 3),\n    ReLU(),\n    Conv2d(8, 3)")),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        // The last call of the helper stands before the classifier, where the dropout is right.
        ("REG1014", Members("static Layer Network() => Sequential(Block(8), Block(16), GlobalAveragePool2d(), Linear(10)); static Layer Block(int channels) => Sequential(Conv2d(channels, 3), ReLU(), Dropout(0.2));")),
    ];
}
