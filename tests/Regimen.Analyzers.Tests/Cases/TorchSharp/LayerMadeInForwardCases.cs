namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

public sealed class LayerMadeInForwardCases : ModuleCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6017", Net("readonly Linear fc = Linear(4, 8);", "return [|Linear(8, 2)|].call(fc.call(x));"), "forward() makes Linear(8, 2) with new weights in every call, so they are never trained; make it once, in a field"),
        ("REG6017", Net("", "using var norm = [|nn.BatchNorm2d(8)|]; var net = Sequential([|Conv2d(3, 8, 3)|], ReLU()); return norm.call(net.call(x));"), "forward() makes nn.BatchNorm2d(8) with new weights in every call, so they are never trained; make it once, in a field"),
        ("REG6017", Net("", "return [|new Part()|].call(x);") + "class Part : Module<Tensor, Tensor> { readonly Linear fc = Linear(4, 4); public Part() : base(\"Part\") { RegisterComponents(); } public override Tensor forward(Tensor x) => fc.call(x); }", "forward() makes new Part() with new weights in every call, so they are never trained; make it once, in a field"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // Modules without weights.
        ("REG6017", Net("readonly Linear fc = Linear(4, 8);", "return Sequential(ReLU(), Flatten(), MaxPool2d(2), LayerNorm(8, elementwise_affine: false)).call(fc.call(x));")),
        // Made when the first input is seen.
        ("REG6017", Net("Linear? fc;", "fc ??= Linear(x.shape[1], 8); return fc.call(x);")),
        // Given its weights.
        ("REG6017", Net("readonly Linear fc = Linear(4, 8);", "return Linear(fc.weight).call(x);")),
    ];
}
