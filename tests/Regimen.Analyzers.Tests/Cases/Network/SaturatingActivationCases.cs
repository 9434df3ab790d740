using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Network;

public sealed class SaturatingActivationCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG1015", Features("Linear(64), [|Sigmoid()|], Linear(32), [|Tanh()|]"), "Sigmoid() saturates, so over a network of 3 products the gradient fades; use ReLU()"),
        ("REG1015", Images("Conv2d(8, 3), [|Tanh()|], Conv2d(8, 3), ReLU()"), "Tanh() saturates, so over a network of 3 products the gradient fades; use ReLU()"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // One hidden layer.
        ("REG1015", Features("Linear(64), Sigmoid()")),
        ("REG1015", Features("Linear(64), ReLU(), Linear(32), GELU()")),
        // A normalisation keeps the values where the slope is large.
        ("REG1015", Features("Linear(64), LayerNorm(), Tanh(), Linear(32), LayerNorm(), Tanh()")),
        // The gradient passes around the branch.
        ("REG1015", Features("Linear(64), Residual(Sequential(Linear(64), Tanh(), Linear(64)))")),
        // Before the first product and behind the last one.
        ("REG1015", Net("Sequential(Tanh(), Flatten(), Linear(64), ReLU(), Linear(32), ReLU(), Linear(10), Tanh())")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG1015", Features("Linear(64), Tanh(), Linear(32), ReLU()"), Features("Linear(64), ReLU(), Linear(32), ReLU()")),
        ("REG1015", Features("Linear(64), Layers.Sigmoid(), Linear(32), ReLU()"), Features("Linear(64), Layers.ReLU(), Linear(32), ReLU()")),
    ];
}
