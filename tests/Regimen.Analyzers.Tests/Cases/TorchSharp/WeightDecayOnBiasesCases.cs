namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

public sealed class WeightDecayOnBiasesCases : ModuleCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6001", Method("var net = Sequential(Linear(4, 8), ReLU(), Linear(8, 2)); var sgd = optim.SGD(net.parameters(), 0.1, [|weight_decay: 5e-4|]);"), "The weight decay of SGD pulls on the biases and normalisations of 'net' too; give it two parameter groups"),
        ("REG6001", "class Net : Module<Tensor, Tensor> { readonly Conv2d conv = Conv2d(3, 8, 3, bias: false); readonly BatchNorm2d bn = BatchNorm2d(8); public Net() : base(\"Net\") { RegisterComponents(); } public override Tensor forward(Tensor x) => bn.call(conv.call(x)); } static class Program { static optim.Optimizer Make(Net net) => new AdamW(net.parameters(), 1e-3, [|weight_decay: 1e-2|]); }", "The weight decay of AdamW pulls on the biases and normalisations of 'net' too; give it two parameter groups"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG6001", Method("var net = Sequential(Linear(4, 8), ReLU(), Linear(8, 2)); var sgd = optim.SGD(net.parameters(), 0.1, momentum: 0.9, weight_decay: 0);")),
        ("REG6001", Method("var net = Sequential(Linear(4, 8, hasBias: false), ReLU(), Linear(8, 2, false)); var sgd = optim.SGD(net.parameters(), 0.1, weight_decay: 5e-4);")),
        // A part of the parameters was picked.
        ("REG6001", Method("var net = Sequential(Linear(4, 8), ReLU()); var sgd = optim.SGD(net.parameters().Where(p => p.dim() > 1), 0.1, weight_decay: 5e-4);")),
        // Nothing is known of the module.
        ("REG6001", Method("var sgd = optim.SGD(model.parameters(), 0.1, weight_decay: 5e-4);")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6001", Method("var net = Sequential(Linear(4, 8)); var sgd = optim.SGD(net.parameters(), 0.1, weight_decay: 5e-4);"), Method("var net = Sequential(Linear(4, 8)); var sgd = optim.SGD(new[]\n        {\n            new SGD.ParamGroup { Parameters = net.parameters().Where(p => p.dim() > 1) },\n            new SGD.ParamGroup { Parameters = net.parameters().Where(p => p.dim() <= 1), Options = new SGD.Options { weight_decay = 0 } },\n        }, 0.1, weight_decay: 5e-4);")),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        ("REG6001", Method("var net = Sequential(Linear(4, 8)); var sgd = optim.SGD(net.named_parameters(), 0.1, weight_decay: 5e-4);")),
        // Twice this would be two modules.
        ("REG6001", "class Net : Module<Tensor, Tensor> { readonly Conv2d conv = Conv2d(3, 8, 3, bias: false); readonly BatchNorm2d bn = BatchNorm2d(8); public Net() : base(\"Net\") { RegisterComponents(); } public override Tensor forward(Tensor x) => bn.call(conv.call(x)); } static class Program { static optim.Optimizer Make() => optim.SGD(new Net().parameters(), 0.1, weight_decay: 5e-4); }"),
    ];
}
