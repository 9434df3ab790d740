using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Network;

public sealed class ActivationAtTheEndCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG1010", Net("Sequential(Flatten(), Linear(10), [|ReLU()|])"), "ReLU() is the last layer, but the cross-entropy loss reads raw outputs (logits) and applies the softmax itself; remove it"),
        ("REG1010", Net("Sequential(Flatten(), Sequential(Linear(64), GELU()), Sequential(Linear(10), [|Sigmoid()|]))"), "Sigmoid() is the last layer, but the cross-entropy loss reads raw outputs (logits) and applies the softmax itself; remove it"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG1010", Net("Sequential(Flatten(), Linear(64), ReLU(), Linear(10))")),
        ("REG1010", Net("Sequential(Conv2d(10, 3), ReLU(), GlobalAveragePool2d())")),
        // The last layer of a branch is not the last of the network.
        ("REG1010", Net("Sequential(Flatten(), Linear(10), Residual(Sequential(Linear(10), Tanh())))")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG1010", Net("Sequential(Flatten(), Linear(10), ReLU())"), Net("Sequential(Flatten(), Linear(10))")),
        ("REG1010", Net("Sequential(\n    Flatten(),\n    Linear(10),\n    ReLU())"), Net("Sequential(\n    Flatten(),\n    Linear(10))")),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        // The helper makes the hidden layer too, which needs it.
        ("REG1010", Members("static Layer Network() => Sequential(Flatten(), Block(64), Block(10)); static Layer Block(int features) => Sequential(Linear(features), ReLU());")),
        ("REG1010", Members("static Layer Network() => Sequential(Flatten(), Linear(10), Activation()); static Layer Activation() => ReLU();")),
    ];
}
