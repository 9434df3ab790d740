namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

public sealed class ModuleBatchNormAfterActivationCases : ModuleCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6002", Method("var list = new List<(string, Module<Tensor, Tensor>)> { (\"c\", Conv2d(3, 8, 3)), (\"r\", ReLU()), (\"n\", [|BatchNorm2d(8)|]) }; var net = Sequential(list);"), "BatchNorm2d(8) normalises what ReLU() already cut off; put it between Conv2d(3, 8, 3) and ReLU()"),
        ("REG6002", Seq("Conv2d(3, 8, 3, bias: false), ReLU(), [|BatchNorm2d(8)|]"), "BatchNorm2d(8) normalises what ReLU() already cut off; put it between Conv2d(3, 8, 3, bias: false) and ReLU()"),
        ("REG6002", Seq("(\"conv\", Conv2d(3, 8, 3, bias: false)), (\"act\", Sequential(GELU())), (\"norm\", [|BatchNorm2d(8)|])"), "BatchNorm2d(8) normalises what GELU() already cut off; put it between Conv2d(3, 8, 3, bias: false) and GELU()"),
        ("REG6002", "class Net : Module<Tensor, Tensor> { readonly Sequential layers; public Net() : base(\"\") { Module<Tensor, Tensor>[] all = [Linear(4, 8), ReLU()]; layers = Sequential([Linear(4, 8), ReLU(), [|BatchNorm1d(8)|]]); RegisterComponents(); } public override Tensor forward(Tensor x) => layers.call(x); }", "BatchNorm1d(8) normalises what ReLU() already cut off; put it between Linear(4, 8) and ReLU()"),
        ("REG6002", Net("readonly Conv2d conv = Conv2d(3, 8, 3, bias: false); readonly BatchNorm2d bn = BatchNorm2d(8);", "using var scope = NewDisposeScope(); x = functional.relu(conv.call(x)); using var y = [|bn|].forward(x); return y.flatten(1).MoveToOuterDisposeScope();"), "bn normalises what relu already cut off; put it between conv and relu"),
        ("REG6002", Net("readonly Sequential features = Sequential(Conv2d(3, 8, 3, bias: false), ReLU()); readonly BatchNorm2d bn = BatchNorm2d(8);", "return [|this.bn|].call(features.call(x));"), "bn normalises what ReLU() already cut off; put it between Conv2d(3, 8, 3, bias: false) and ReLU()"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // More may stand in between by then.
        ("REG6002", Method("var list = new List<Module<Tensor, Tensor>> { Conv2d(3, 8, 3), ReLU(), BatchNorm2d(8) }; list.Insert(1, MaxPool2d(2)); var net = Sequential(list);")),
        ("REG6002", Seq("Conv2d(3, 8, 3, bias: false), BatchNorm2d(8), ReLU()")),
        // The activation of one block, the normalisation of the next (pre-activation order, He et al. 2016b).
        ("REG6002", Seq("Conv2d(3, 8, 3), ReLU(), BatchNorm2d(8), ReLU(), Conv2d(8, 8, 3)")),
        // Pooling in between, and another normalisation.
        ("REG6002", Seq("Conv2d(3, 8, 3), ReLU(), MaxPool2d(2), BatchNorm2d(8), Conv2d(8, 8, 3), ReLU(), GroupNorm(2, 8)")),
        // What the activation makes is read twice, so the normalisation is a branch.
        ("REG6002", Net("readonly Conv2d conv = Conv2d(3, 8, 3); readonly BatchNorm2d bn = BatchNorm2d(8);", "var y = functional.relu(conv.call(x)); return bn.call(y) + y;")),
        ("REG6002", Net("readonly Conv2d conv = Conv2d(3, 8, 3); readonly BatchNorm2d bn = BatchNorm2d(8);", "var y = conv.call(x); if (training) y = functional.relu(y); return bn.call(y);")),
        ("REG6002", Net("readonly Conv2d conv = Conv2d(3, 8, 3); readonly BatchNorm2d bn = BatchNorm2d(8);", "var y = functional.relu(conv.call(x)); y += x; return bn.call(y);")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6002", Seq("Conv2d(3, 8, 3), ReLU(), BatchNorm2d(8)"), Seq("Conv2d(3, 8, 3), BatchNorm2d(8), ReLU()")),
        ("REG6002", Seq("(\"conv\", Conv2d(3, 8, 3)), (\"relu\", ReLU()), (\"norm\", BatchNorm2d(8))"), Seq("(\"conv\", Conv2d(3, 8, 3)), (\"norm\", BatchNorm2d(8)), (\"relu\", ReLU())")),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        ("REG6002", Seq("Conv2d(3, 8, 3), Sequential(ReLU()), BatchNorm2d(8)")),
        ("REG6002", Net("readonly Conv2d conv = Conv2d(3, 8, 3); readonly BatchNorm2d bn = BatchNorm2d(8);", "return bn.call(functional.relu(conv.call(x)));")),
    ];
}
