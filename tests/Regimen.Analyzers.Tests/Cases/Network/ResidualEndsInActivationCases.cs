using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Network;

public sealed class ResidualEndsInActivationCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG1019", Images("Conv2d(8, 3), Residual(Sequential(Conv2d(8, 3, padding: 1), [|ReLU()|]))"), "The branch ends in ReLU(), which makes hardly anything negative, so the sum can only grow; put ReLU() behind the residual"),
        ("REG1019", Images("Conv2d(8, 3), Residual(shortcut: Conv2d(8, 1), body: Sequential(Conv2d(8, 3, padding: 1), Sequential([|GELU()|])))"), "The branch ends in GELU(), which makes hardly anything negative, so the sum can only grow; put GELU() behind the residual"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG1019", Images("Conv2d(8, 3), Residual(Sequential(Conv2d(8, 3, padding: 1, bias: false), BatchNorm())), ReLU()")),
        // Tanh makes as much below zero as above.
        ("REG1019", Features("Linear(64), Residual(Sequential(Linear(64), Tanh()))")),
        // The shortcut.
        ("REG1019", Images("Conv2d(8, 3), Residual(Conv2d(8, 1), shortcut: Sequential(Conv2d(8, 1), ReLU()))")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG1019", Images("Conv2d(8, 3), Residual(Sequential(Conv2d(8, 3, padding: 1), ReLU()))"), Images("Conv2d(8, 3), Residual(Sequential(Conv2d(8, 3, padding: 1))), ReLU()")),
        ("REG1019", Images("Conv2d(8, 3), Residual(Sequential(Conv2d(8, 3, padding: 1), GELU())), GELU()"), Images("Conv2d(8, 3), Residual(Sequential(Conv2d(8, 3, padding: 1))), GELU()")),
        ("REG1019", Net("Sequential(\n    Sequential(\n        Conv2d(8, 3),\n        Residual(Sequential(\n            Conv2d(8, 1),\n            ReLU()))),\n    GlobalAveragePool2d(), Linear(10))"), Net("Sequential(\n    Sequential(\n        Conv2d(8, 3),\n        Residual(Sequential(\n            Conv2d(8, 1))), ReLU()),\n    GlobalAveragePool2d(), Linear(10))")),
        ("REG1019", Net("Sequential([\n    Conv2d(8, 3),\n    Residual(Sequential(Conv2d(8, 1), ReLU())),\n    GlobalAveragePool2d(),\n    Linear(10),\n])"), Net("Sequential([\n    Conv2d(8, 3),\n    Residual(Sequential(Conv2d(8, 1))), ReLU(),\n    GlobalAveragePool2d(),\n    Linear(10),\n])")),
        // No list to move it to.
        ("REG1019", Members("static Layer Network() => Sequential(Block(), GlobalAveragePool2d(), Linear(10)); static Layer Block() => Residual(Sequential(Conv2d(1, 1), ReLU()));"), Members("static Layer Network() => Sequential(Block(), GlobalAveragePool2d(), Linear(10)); static Layer Block() => Sequential(Residual(Sequential(Conv2d(1, 1))), ReLU());")),
        // In pre-activation order.
        ("REG1019", Images("Conv2d(8, 3), Residual(Sequential(Conv2d(8, 3, padding: 1), ReLU())), BatchNorm(), ReLU()"), Images("Conv2d(8, 3), Residual(Sequential(Conv2d(8, 3, padding: 1))), BatchNorm(), ReLU()")),
        // The activation follows in the caller.
        ("REG1019", Members("static Layer Network() => Sequential(Block(), ReLU(), GlobalAveragePool2d(), Linear(10)); static Layer Block() => Residual(body: Sequential(Conv2d(1, 1), ReLU()));"), Members("static Layer Network() => Sequential(Block(), ReLU(), GlobalAveragePool2d(), Linear(10)); static Layer Block() => Residual(body: Sequential(Conv2d(1, 1)));")),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        // The body is made elsewhere.
        ("REG1019", Members("static Layer Network() => Sequential(Residual(Body()), GlobalAveragePool2d(), Linear(10)); static Layer Body() => Sequential(Conv2d(1, 1), ReLU());")),
    ];
}
