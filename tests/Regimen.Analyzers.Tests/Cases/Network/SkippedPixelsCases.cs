using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Network;

public sealed class SkippedPixelsCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG1025", Images("[|Conv2d(8, 3, stride: 4)|], ReLU()"), "Conv2d(8, 3, stride: 4) moves a window of 3 pixels by 4, so nothing reads the pixels between; use a stride of at most 3"),
        ("REG1025", Images("Conv2d(8, 3), ReLU(), [|MaxPool2d(2, stride: 3)|], [|AvgPool2d(kernel: 2, stride: 4)|]"), "MaxPool2d(2, stride: 3) moves a window of 2 pixels by 3, so nothing reads the pixels between; use a stride of at most 2"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG1025", Images("Conv2d(8, 4, stride: 4), ReLU(), MaxPool2d(3, stride: 2), MaxPool2d(2)")),
        // The usual shortcut.
        ("REG1025", Images("Conv2d(8, 1, stride: 2)")),
        // The taps of a dilated window reach as far.
        ("REG1025", Images("Conv2d(8, 3, stride: 4, dilation: 2)")),
        // There is one window only.
        ("REG1025", Images("Conv2d(8, 28, stride: 32)")),
    ];
}
