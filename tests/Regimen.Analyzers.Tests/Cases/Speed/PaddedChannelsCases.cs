using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Speed;

public sealed class PaddedChannelsCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG5001", Images("[|Conv2d(12, 3)|], ReLU()"), "Conv2d(12, 3) makes 12 channels, which matrix units pad to 16; take 16, which costs about the same"),
        ("REG5001", Features("[|Linear(features: 50)|], ReLU()"), "Linear(features: 50) makes 50 features, which matrix units pad to 56; take 56, which costs about the same"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG5001", Images("Conv2d(16, 3), ReLU()")),
        // Of classics: LeNet-5 and LeNet-300-100 (LeCun et al. 1998).
        ("REG5001", Images("Conv2d(6, 5), Tanh(), AvgPool2d(2), Conv2d(16, 5), Tanh()")),
        ("REG5001", Features("Linear(300), ReLU(), Linear(100), ReLU()")),
        ("REG5001", Features("Linear(120), ReLU(), Linear(84), ReLU()")),
        // The last layer has one output per class.
        ("REG5001", Net("Sequential(Conv2d(10, 3), GlobalAveragePool2d())")),
        // Depthwise.
        ("REG5001", Images("Conv2d(4, 3), ReLU(), Conv2d(12, 3, groups: 4)")),
        // One pixel: squeeze and excite.
        ("REG5001", Images("AvgPool2d(28), Conv2d(12, 1), ReLU()")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG5001", Images("Conv2d(12, 3), ReLU()"), Images("Conv2d(16, 3), ReLU()")),
        ("REG5001", Features("Linear(bias: true, features: 50), ReLU()"), Features("Linear(bias: true, features: 56), ReLU()")),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        ("REG5001", Images("Conv2d(3 * 4, 3), ReLU()")),
        ("REG5001", Images("Residual(Conv2d(12, 3, padding: 1), shortcut: Conv2d(12, 1))")),
        ("REG5001", Images("Conv2d(12, 3), ReLU(), Conv2d(24, 3, groups: 3)")),
    ];
}
