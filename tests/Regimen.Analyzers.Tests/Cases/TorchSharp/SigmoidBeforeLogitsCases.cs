namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

public sealed class SigmoidBeforeLogitsCases : ModuleCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6042", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.binary_cross_entropy_with_logits(torch.[|sigmoid|](x), y); } }", "sigmoid gives probabilities, but binary_cross_entropy_with_logits applies the sigmoid itself, so the gradients shrink; give it the logits"),
        ("REG6042", "static class Program { static Tensor Loss(Tensor x, Tensor y) { var net = Sequential(Linear(4, 1), [|Sigmoid()|]); return BCEWithLogitsLoss().call(net.call(x), y); } }", "Sigmoid() gives probabilities, but BCEWithLogitsLoss applies the sigmoid itself, so the gradients shrink; give it the logits"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG6042", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.binary_cross_entropy(torch.sigmoid(x), y); } }"),
        ("REG6042", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.binary_cross_entropy_with_logits(x, torch.sigmoid(y)); } }"),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6042", "class Trainer { readonly Module<Tensor, Tensor> net = Sequential(Linear(4, 3), Sigmoid()); Tensor Loss(Tensor x, Tensor y) { net.train(); return functional.binary_cross_entropy_with_logits(net.call(x), y); } void Save() => net.save(\"a\"); }", "class Trainer { readonly Module<Tensor, Tensor> net = Sequential(Linear(4, 3)); Tensor Loss(Tensor x, Tensor y) { net.train(); return functional.binary_cross_entropy_with_logits(net.call(x), y); } void Save() => net.save(\"a\"); }"),
        ("REG6042", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.binary_cross_entropy_with_logits(x.sigmoid(), y); } }", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.binary_cross_entropy_with_logits(x, y); } }"),
        ("REG6042", "static class Program { static Tensor Loss(Tensor x, Tensor y) { var net = Sequential(Linear(4, 1), Sigmoid()); return BCEWithLogitsLoss().call(net.call(x), y); } }", "static class Program { static Tensor Loss(Tensor x, Tensor y) { var net = Sequential(Linear(4, 1)); return BCEWithLogitsLoss().call(net.call(x), y); } }"),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        // Predictions read it too; so may others.
        ("REG6042", "class Trainer { readonly Module<Tensor, Tensor> net = Sequential(Linear(4, 3), Sigmoid()); Tensor Loss(Tensor x, Tensor y) => functional.binary_cross_entropy_with_logits(net.call(x), y); public Tensor Predict(Tensor x) => net.call(x); }"),
        ("REG6042", "static class Program { public static Module<Tensor, Tensor> Make(Tensor x, Tensor y) { var net = Sequential(Linear(4, 3), Sigmoid()); functional.binary_cross_entropy_with_logits(net.call(x), y).backward(); return net; } }"),
    ];
}
