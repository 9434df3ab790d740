using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Network;

public sealed class LayerWithoutEffectCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG1020", Features("Linear(64), ReLU(), [|Dropout(0)|]"), "Dropout(0) drops nothing, since its probability is 0; remove it"),
        ("REG1020", Features("Linear(64), [|LeakyReLU(1)|]"), "LeakyReLU(1) gives back its input, since both slopes are 1; remove it"),
        ("REG1020", Net("Sequential(Conv2d(8, 3), GlobalAveragePool2d(), [|Flatten()|], Linear(10))"), "Flatten() has nothing to flatten: its input is features [8] already; remove it"),
        ("REG1020", Images("Conv2d(8, 3), [|MaxPool2d(1)|], [|AvgPool2d(1, stride: 1)|]"), "MaxPool2d(1) gives back its input: its window is one pixel; remove it"),
        ("REG1020", Images("Conv2d(8, 3, bias: false), BatchNorm(), [|BatchNorm()|], ReLU()"), "BatchNorm() normalises what was just normalised; remove it"),
        ("REG1020", Images("[|Sequential()|], Conv2d(8, 3)"), "Sequential() contains no layer; remove it"),
        ("REG1020", Images("Conv2d(8, 3), [|Residual(Sequential())|]"), "Residual(Sequential()) has an empty body, so it only doubles its input; remove it"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG1020", Features("Linear(64), LeakyReLU(0.2), Dropout(0.1)")),
        // Subsampling.
        ("REG1020", Images("Conv2d(8, 3), MaxPool2d(1, stride: 2)")),
        ("REG1020", Images("Conv2d(8, 3), BatchNorm(), ReLU(), BatchNorm()")),
        // A helper that drops in one call.
        ("REG1020", Members("static Layer Network() => Sequential(Flatten(), Hidden(64, 0.5), Hidden(32, 0), Linear(10)); static Layer Hidden(int features, double share) => Sequential(Linear(features), ReLU(), Dropout(share));")),
        // How one says that there is no layer here.
        ("REG1020", Members("const bool IsDeep = false; static Layer Network() => Sequential(Flatten(), IsDeep ? Linear(64) : Sequential(), Linear(10));")),
        ("REG1020", Members("static Layer Network() => Sequential(Flatten(), Hidden(64, Sequential()), Linear(10)); static Layer Hidden(int features, Layer end) => Sequential(Linear(features), ReLU(), end);")),
        ("REG1020", Images("Conv2d(8, 3), Residual(Sequential(), shortcut: Conv2d(8, 3, padding: 1))")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG1020", Features("Linear(64), ReLU(), Dropout(0)"), Features("Linear(64), ReLU()")),
        ("REG1020", Net("Sequential(\n    Conv2d(8, 3),\n    GlobalAveragePool2d(),\n    Flatten(),\n    Linear(10))"), Net("Sequential(\n    Conv2d(8, 3),\n    GlobalAveragePool2d(),\n    Linear(10))")),
        ("REG1020", Net("Sequential(\n    Sequential(), Flatten(),\n    Linear(10))"), Net("Sequential(\n    Flatten(),\n    Linear(10))")),
        ("REG1020", Members("static Layer Network() => Sequential(Flatten(), Hidden(64), Hidden(32), Linear(10)); static Layer Hidden(int features) => Sequential(Linear(features), ReLU(), Dropout(0.0));"), Members("static Layer Network() => Sequential(Flatten(), Hidden(64), Hidden(32), Linear(10)); static Layer Hidden(int features) => Sequential(Linear(features), ReLU());")),
        ("REG1020", Net("Sequential([\n    Flatten(),\n    Linear(10), Dropout(0),\n])"), Net("Sequential([\n    Flatten(),\n    Linear(10),\n])")),
        ("REG1020", Net("Sequential([Flatten(), Linear(10), Dropout(0), ])"), Net("Sequential([Flatten(), Linear(10), ])")),
        ("REG1020", Net("Sequential(new Layer[] { Flatten(), Dropout(0), Linear(10) })"), Net("Sequential(new Layer[] { Flatten(), Linear(10) })")),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        ("REG1020", Images("Conv2d(8, 3), Residual(Conv2d(8, 1), shortcut: Dropout(0))")),
    ];
}
