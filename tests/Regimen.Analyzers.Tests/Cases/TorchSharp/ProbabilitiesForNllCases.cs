namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

public sealed class ProbabilitiesForNllCases : ModuleCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6041", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.nll_loss(x.[|softmax|](1), y); } }", "softmax gives probabilities, but nll_loss expects their logarithms; take log_softmax"),
        ("REG6041", "static class Program { static Tensor Loss(Tensor x, Tensor y) { var net = Sequential(Linear(4, 3), [|Softmax(1)|]); return NLLLoss().call(net.call(x), y); } }", "Softmax(1) gives probabilities, but NLLLoss expects their logarithms; take log_softmax"),
        ("REG6041", Loss("readonly Sequential layers = Sequential(Linear(4, 3), Softmax(1));", "=> layers.call(x);", "functional.nll_loss([|model.call(x)|], y)"), "model.call(x) gives probabilities, but nll_loss expects their logarithms; take log_softmax"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG6041", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.nll_loss(functional.log_softmax(x, 1), y); } }"),
        ("REG6041", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.nll_loss(x.softmax(1).log(), y); } }"),
        ("REG6041", Loss("readonly Sequential layers = Sequential(Linear(4, 3), Softmax(1));", "=> layers.call(x).log();", "functional.nll_loss(model.call(x), y)")),
        ("REG6041", Loss("readonly Sequential layers = Sequential(Linear(4, 3), Softmax(1));", "=> layers.call(x);", "functional.nll_loss(model.call(x).log(), y)")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6041", "class Trainer { readonly Module<Tensor, Tensor> net = Sequential(Linear(4, 3), Softmax(1)); Tensor Loss(Tensor x, Tensor y) { net.train(); return functional.nll_loss(net.call(x), y); } void Save() => net.save(\"a\"); }", "class Trainer { readonly Module<Tensor, Tensor> net = Sequential(Linear(4, 3), LogSoftmax(1)); Tensor Loss(Tensor x, Tensor y) { net.train(); return functional.nll_loss(net.call(x), y); } void Save() => net.save(\"a\"); }"),
        ("REG6041", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.nll_loss(x.softmax(1), y); } }", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.nll_loss(x.log_softmax(1), y); } }"),
        ("REG6041", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.nll_loss(functional.softmax(x, 1), y); } }", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.nll_loss(functional.log_softmax(x, 1), y); } }"),
        ("REG6041", "static class Program { static Tensor Loss(Tensor x, Tensor y) { var net = Sequential(Linear(4, 3), nn.Softmax(1)); return NLLLoss().call(net.call(x), y); } }", "static class Program { static Tensor Loss(Tensor x, Tensor y) { var net = Sequential(Linear(4, 3), nn.LogSoftmax(1)); return NLLLoss().call(net.call(x), y); } }"),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        // Predictions read it too; so may others.
        ("REG6041", "class Trainer { readonly Module<Tensor, Tensor> net = Sequential(Linear(4, 3), Softmax(1)); Tensor Loss(Tensor x, Tensor y) => functional.nll_loss(net.call(x), y); public Tensor Predict(Tensor x) => net.call(x); }"),
        ("REG6041", "static class Program { public static Module<Tensor, Tensor> Make(Tensor x, Tensor y) { var net = Sequential(Linear(4, 3), Softmax(1)); functional.nll_loss(net.call(x), y).backward(); return net; } }"),
        ("REG6041", "static class Program { static Tensor Loss(Tensor x, Tensor y) { var p = functional.softmax(x, 1); Console.WriteLine(p.ToString()); return functional.nll_loss(p, y); } }"),
        ("REG6041", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.nll_loss(torch.softmax(x, 1), y); } }"),
        // The class may stand in another file.
        ("REG6041", Loss("readonly Linear fc = Linear(4, 3);", "=> functional.softmax(fc.call(x), 1);", "functional.nll_loss(model.call(x), y)")),
    ];
}
