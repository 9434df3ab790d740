namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

public sealed class ModuleBiasBeforeBatchNormCases : ModuleCases
{
    private const string BnMessage = "The bias of conv has no effect: bn subtracts the mean of every channel; write 'bias: false'";

    private static string Bn(string member, bool marked = true) =>
        Net($"readonly Conv2d conv = {(marked ? "[|Conv2d(3, 8, 3)|]" : "Conv2d(3, 8, 3)")}; readonly BatchNorm2d bn = BatchNorm2d(8); {member}", "return bn.call(conv.call(x));");

    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6018", Seq("[|Conv2d(3, 8, 3, padding: 1)|], BatchNorm2d(8), ReLU()"), "The bias of Conv2d(3, 8, 3, padding: 1) has no effect: BatchNorm2d(8) subtracts the mean of every channel; write 'bias: false'"),
        ("REG6018", Seq("(\"fc\", [|Linear(4, 8)|]), (\"norm\", BatchNorm1d(8))"), "The bias of Linear(4, 8) has no effect: BatchNorm1d(8) subtracts the mean of every channel; write 'hasBias: false'"),
        ("REG6018", Net("readonly Conv2d conv = [|Conv2d(3, 8, 3)|]; readonly BatchNorm2d bn = BatchNorm2d(8);", "return bn.call(conv.call(x)).relu();"), "The bias of conv has no effect: bn subtracts the mean of every channel; write 'bias: false'"),
        // Disposing, registering, moving and switching are no use; nor is a look at the weights.
        ("REG6018", Bn("protected override void Dispose(bool disposing) { if (disposing) { conv.Dispose(); bn.Dispose(); } base.Dispose(disposing); }"), BnMessage),
        ("REG6018", Bn("protected override void Dispose(bool disposing) { conv?.Dispose(); bn?.Dispose(); base.Dispose(disposing); }"), BnMessage),
        ("REG6018", Bn("protected override void Dispose(bool disposing) { foreach (var part in new IDisposable[] { conv, bn }) part.Dispose(); base.Dispose(disposing); }"), BnMessage),
        ("REG6018", Bn("public void Free() { using (conv) { } if (bn is not null) bn.Dispose(); }"), BnMessage),
        ("REG6018", Bn("public void Move(Device device) { conv.to(device); bn.to(device); conv.train(); }"), BnMessage),
        ("REG6018", Bn("public void Start() => init.kaiming_normal_(conv.weight);"), BnMessage),
        ("REG6018", "class Net : Module<Tensor, Tensor> { private Conv2d? conv = [|Conv2d(3, 8, 3)|]; private BatchNorm2d? bn = BatchNorm2d(8); public Net() : base(\"Net\") { register_module(\"conv\", conv); register_module(\"bn\", bn); } public override Tensor forward(Tensor x) => bn!.call(conv!.call(x)); protected override void Dispose(bool disposing) { conv?.Dispose(); conv = null; bn = default; base.Dispose(disposing); } }", BnMessage),
        ("REG6018", Net("readonly Conv2d conv = [|Conv2d(3, 8, 3)|]; readonly BatchNorm2d bn = BatchNorm2d(8);", "var y = conv.call(x); var z = bn.call(y); y?.Dispose(); return z;"), BnMessage),
        // Loaded to be trained on.
        ("REG6018", "static class Program { static void Run(Tensor x) { var model = Sequential([|Linear(4, 4)|], BatchNorm1d(4)); model.load(\"a.dat\"); model.call(x).sum().backward(); } }", "The bias of Linear(4, 4) has no effect: BatchNorm1d(4) subtracts the mean of every channel; write 'hasBias: false'"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // Loaded from a file of others, with its biases, below a head that is trained.
        ("REG6018", "class Vgg : Module<Tensor, Tensor> { readonly Sequential features = Sequential(Conv2d(3, 8, 3), BatchNorm2d(8), ReLU()); public Vgg() : base(\"Vgg\") { RegisterComponents(); } public override Tensor forward(Tensor x) => features.call(x); } static class Program { static void Run(Tensor x) { var vgg = new Vgg(); vgg.load(\"vgg.dat\"); var head = Linear(8, 2); head.call(vgg.call(x)).sum().backward(); } }"),
        ("REG6018", Seq("Conv2d(3, 8, 3, bias: false), BatchNorm2d(8), ReLU(), Conv2d(8, 8, 3)")),
        ("REG6018", Seq("Conv2d(3, 8, 3), ReLU(), BatchNorm2d(8)")),
        // These subtract no mean of a channel.
        ("REG6018", Seq("Conv2d(3, 8, 3), GroupNorm(2, 8), Linear(4, 8), LayerNorm(8)")),
        // The second axis of a sequence is not that of the linear layer.
        ("REG6018", Seq("Linear(4, 8), BatchNorm1d(16)")),
        // Its bias is looked at, or all of it given away.
        ("REG6018", Bn("public void Start() => init.zeros_(conv.bias);", marked: false)),
        ("REG6018", Bn("public Module Part => conv;", marked: false)),
        ("REG6018", Bn("public IEnumerable<Parameter> Some => conv.parameters();", marked: false)),
        ("REG6018", Bn("public Tensor Again(Tensor x) => conv.call(x);", marked: false)),
        ("REG6018", Bn("static void Fill(Module module) { } public void Start() => Fill(conv);", marked: false)),
        // Used once more elsewhere, or set to something.
        ("REG6018", Net("readonly Conv2d conv = Conv2d(3, 8, 3); readonly BatchNorm2d bn = BatchNorm2d(8);", "return bn.call(conv.call(x)) + conv.call(x);")),
        // Loaded and measured: a file with the bias does not fit a layer without it.
        ("REG6018", "static class Inference { static Tensor Run(Tensor x) { var model = Sequential(Linear(4, 4), BatchNorm1d(4)); model.load(\"a.dat\"); model.eval(); return model.call(x); } } static class Other { static void Train(Tensor loss) => loss.backward(); }"),
        ("REG6018", "static class Inference { static void Fill(Dictionary<string, Tensor> weights) { var model = Sequential(Conv2d(3, 8, 3), BatchNorm2d(8)); model.load_state_dict(weights); } } static class Other { static void Train(Tensor loss) => loss.backward(); }"),
        // The class stands by itself in a project that trains nothing.
        ("REG6018", Net("readonly Conv2d conv = Conv2d(3, 8, 3); readonly BatchNorm2d bn = BatchNorm2d(8);", "return bn.call(conv.call(x));") + " static class Program { static Tensor Run(Tensor x) { var model = new Net(); model.load(\"a.dat\"); return model.call(x); } }"),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6018", Seq("Conv2d(3, 8, 3), BatchNorm2d(8)"), Seq("Conv2d(3, 8, 3, bias: false), BatchNorm2d(8)")),
        ("REG6018", Seq("Linear(4, 8, true), BatchNorm1d(8)"), Seq("Linear(4, 8, false), BatchNorm1d(8)")),
        ("REG6018", Net("readonly Conv2d conv = Conv2d(3, 8, 3); readonly BatchNorm2d bn = BatchNorm2d(8);", "return bn.call(conv.call(x));"), Net("readonly Conv2d conv = Conv2d(3, 8, 3, bias: false); readonly BatchNorm2d bn = BatchNorm2d(8);", "return bn.call(conv.call(x));")),
    ];
}
