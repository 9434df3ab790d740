using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Network;

public sealed class SaturatingActivationCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG1015", Features("Linear(64), [|Sigmoid()|], Linear(32), [|Tanh()|]"), "Sigmoid() saturates, and over 2 such activations the gradient fades; use ReLU()"),
        ("REG1015", Images("Conv2d(8, 3), [|Tanh()|], Conv2d(8, 3), ReLU(), Residual(Conv2d(8, 1)), [|Tanh()|], Conv2d(8, 3), [|Sigmoid()|]"), "Tanh() saturates, and over 3 such activations the gradient fades; use ReLU()"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // One, whether the network is deep or not.
        ("REG1015", Features("Linear(64), Sigmoid()")),
        ("REG1015", Features("Linear(64), ReLU(), Linear(32), Tanh()")),
        ("REG1015", Features("Linear(64), ReLU(), Linear(32), GELU()")),
        // A normalisation keeps the values where the slope is large.
        ("REG1015", Features("Linear(64), LayerNorm(), Tanh(), Linear(32), LayerNorm(), Tanh()")),
        // The gradient passes around the branch.
        ("REG1015", Features("Linear(64), Residual(Sequential(Linear(64), Tanh(), Linear(64), Tanh(), Linear(64))), Tanh()")),
        // Before the first product and behind the last one.
        ("REG1015", Net("Sequential(Tanh(), Flatten(), Linear(64), ReLU(), Linear(32), ReLU(), Linear(10), Tanh())")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG1015", Members("static Layer Network() => Sequential(Flatten(), Hidden(64), Hidden(32), Linear(10)); static Layer Hidden(int features) => Sequential(Linear(features), Tanh());"), Members("static Layer Network() => Sequential(Flatten(), Hidden(64), Hidden(32), Linear(10)); static Layer Hidden(int features) => Sequential(Linear(features), ReLU());")),
        ("REG1015", Members("static Layer Network() => Sequential(Flatten(), Hidden(64), Hidden(32), Linear(10)); static Layer Hidden(int features) => Sequential(Linear(features), Layers.Sigmoid());"), Members("static Layer Network() => Sequential(Flatten(), Hidden(64), Hidden(32), Linear(10)); static Layer Hidden(int features) => Sequential(Linear(features), Layers.ReLU());")),
    ];
}
