namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

public sealed class ModuleDropoutBeforeBatchNormCases : ModuleCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6003", Seq("Conv2d(3, 8, 3, bias: false), [|Dropout2d(0.1)|], BatchNorm2d(8), ReLU()"), "BatchNorm2d(8) measures a variance that Dropout2d(0.1) raises only while training; put Dropout2d(0.1) behind BatchNorm2d(8)"),
        ("REG6003", Net("readonly Linear fc = Linear(4, 8, hasBias: false); readonly Module<Tensor, Tensor> drop = Dropout(), norm = BatchNorm1d(8);", "x = fc.call(x); x = [|drop|].call(x); return norm.call(x);"), "norm measures a variance that drop raises only while training; put drop behind norm"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG6003", Seq("Conv2d(3, 8, 3, bias: false), BatchNorm2d(8), ReLU(), Dropout2d(0.1)")),
        // A product in between is in wide use.
        ("REG6003", Seq("Linear(4, 8, false), BatchNorm1d(8), ReLU(), Dropout(), Linear(8, 8, false), BatchNorm1d(8), ReLU()")),
        ("REG6003", Seq("Linear(4, 8), Dropout(), LayerNorm(8)")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6003", Seq("Conv2d(3, 8, 3, bias: false), Dropout2d(0.1), BatchNorm2d(8), ReLU()"), Seq("Conv2d(3, 8, 3, bias: false), BatchNorm2d(8), Dropout2d(0.1), ReLU()")),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        ("REG6003", Net("readonly Dropout drop = Dropout(); readonly BatchNorm1d norm = BatchNorm1d(8);", "return norm.call(drop.call(x));")),
    ];
}
