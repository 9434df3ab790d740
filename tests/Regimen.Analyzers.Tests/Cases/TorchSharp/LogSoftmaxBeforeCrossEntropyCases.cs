namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

public sealed class LogSoftmaxBeforeCrossEntropyCases : ModuleCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6040", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.cross_entropy(functional.[|log_softmax|](x, 1), y); } }", "log_softmax is computed once more by cross_entropy; give it the logits, or take nll_loss"),
        ("REG6040", "static class Program { static Tensor Loss(Tensor x, Tensor y) { var net = Sequential(Linear(4, 3), [|LogSoftmax(1)|]); return functional.cross_entropy(net.call(x), y); } }", "LogSoftmax(1) is computed once more by cross_entropy; give it the logits, or take nll_loss"),
        ("REG6040", Loss("readonly Linear fc = Linear(4, 3);", "=> functional.log_softmax(fc.call(x), 1);", "functional.cross_entropy([|model.call(x)|], y)"), "The log-softmax of model.call(x) is computed once more by cross_entropy; give it the logits, or take nll_loss"),
        ("REG6040", Loss("readonly Linear fc = Linear(4, 3); readonly Module<Tensor, Tensor> output = LogSoftmax(1);", "=> output.call(fc.call(x));", "CrossEntropyLoss().call([|model.call(x)|], y)"), "The log-softmax of model.call(x) is computed once more by CrossEntropyLoss; give it the logits, or take nll_loss"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG6040", "static class Program { static Tensor Loss(Tensor x, Tensor y) { var net = Sequential(Linear(4, 3), LogSoftmax(1)); return NLLLoss().call(net.call(x), y); } }"),
        ("REG6040", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.cross_entropy(x, y); } }"),
        ("REG6040", Loss("readonly Linear fc = Linear(4, 3);", "=> functional.log_softmax(fc.call(x), 1);", "functional.nll_loss(model.call(x), y)")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6040", "class Trainer { readonly Module<Tensor, Tensor> net = Sequential(Linear(4, 3), LogSoftmax(1)); Tensor Loss(Tensor x, Tensor y) { net.train(); return functional.cross_entropy(net.call(x), y); } void Save() => net.save(\"a\"); }", "class Trainer { readonly Module<Tensor, Tensor> net = Sequential(Linear(4, 3)); Tensor Loss(Tensor x, Tensor y) { net.train(); return functional.cross_entropy(net.call(x), y); } void Save() => net.save(\"a\"); }"),
        ("REG6040", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.cross_entropy(functional.log_softmax(x, 1), y); } }", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.cross_entropy(x, y); } }"),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        // Predictions read it too; so may others.
        ("REG6040", "class Trainer { readonly Module<Tensor, Tensor> net = Sequential(Linear(4, 3), LogSoftmax(1)); Tensor Loss(Tensor x, Tensor y) => functional.cross_entropy(net.call(x), y); public Tensor Predict(Tensor x) => net.call(x); }"),
        ("REG6040", "static class Program { public static Module<Tensor, Tensor> Make(Tensor x, Tensor y) { var net = Sequential(Linear(4, 3), LogSoftmax(1)); functional.cross_entropy(net.call(x), y).backward(); return net; } }"),
        // The class may stand in another file.
        ("REG6040", Loss("readonly Linear fc = Linear(4, 3);", "=> functional.log_softmax(fc.call(x), 1);", "functional.cross_entropy(model.call(x), y)")),
    ];
}
