using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Network;

public sealed class UnknownLayerCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG1013", Net("Sequential(Flatten(), Linear(10), [|Softmax()|])"), "There is no layer Softmax(), since the cross-entropy loss applies the softmax itself; remove it"),
        ("REG1013", Net("Sequential(Flatten(), Linear(10), [|Layers.LogSoftmax(dim: 1)|])"), "There is no layer Layers.LogSoftmax(dim: 1), since the cross-entropy loss applies the softmax itself; remove it"),
        ("REG1016", Net("Sequential(Conv2d(8, 3), ReLU(), [|LocalResponseNorm(5)|], GlobalAveragePool2d(), Linear(10))"), "There is no layer LocalResponseNorm(5), since batch normalisation has taken its place; write BatchNorm()"),
        ("REG1016", Members("static Layer Network() => Sequential(Conv2d(8, 3), Norm(), GlobalAveragePool2d(), Linear(10)); static Layer Norm() { return [|LocalResponseNorm()|]; }"), "There is no layer LocalResponseNorm(), since batch normalisation has taken its place; write BatchNorm()"),
    ];

    /// <summary>The rules are about names that bind to nothing.</summary>
    public override bool IsRight(string id) => false;

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // The user has a method of this name.
        ("REG1013", Members("static Layer Network() => Sequential(Flatten(), Linear(10), Softmax()); static Layer Softmax() => Sequential(Linear(32), Linear(10));")),
        ("REG1016", Members("static Layer Network() => Sequential(Flatten(), Linear(10), LocalResponseNorm()); static Layer LocalResponseNorm() => Sequential(Linear(32), Linear(10));")),
        // Not an experiment.
        ("REG1013", "class Other { object Make() => Softmax(); }"),
        ("REG1016", "class Other { object Make() => Parts.LocalResponseNorm(); }"),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG1013", Net("Sequential(Flatten(), Linear(10), Softmax())"), Net("Sequential(Flatten(), Linear(10))")),
        ("REG1013", Net("Sequential([Flatten(), Linear(10), Layers.LogSoftmax()])"), Net("Sequential([Flatten(), Linear(10)])")),
        ("REG1016", Images("Conv2d(8, 3), LocalResponseNorm(5, alpha: 1e-4)"), Images("Conv2d(8, 3), BatchNorm()")),
        ("REG1016", Images("Conv2d(8, 3), Layers.LocalResponseNorm(5)"), Images("Conv2d(8, 3), Layers.BatchNorm()")),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        ("REG1013", Members("static Layer Network() => Sequential(Flatten(), Linear(10), Head()); static Layer Head() => Softmax();")),
    ];
}
