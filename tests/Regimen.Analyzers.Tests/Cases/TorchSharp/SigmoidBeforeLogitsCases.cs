namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

public sealed class SigmoidBeforeLogitsCases : ModuleCases
{
    private const string Plain = "functional.binary_cross_entropy_with_logits(model.call(x), y)";

    private const string Marked = "functional.binary_cross_entropy_with_logits([|model.call(x)|], y)";

    private const string Message = "model.call(x) gives probabilities, but binary_cross_entropy_with_logits applies the sigmoid itself, so the gradients shrink; give it the logits";

    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6042", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.binary_cross_entropy_with_logits(torch.[|sigmoid|](x), y); } }", "sigmoid gives probabilities, but binary_cross_entropy_with_logits applies the sigmoid itself, so the gradients shrink; give it the logits"),
        ("REG6042", "static class Program { static Tensor Loss(Tensor x, Tensor y) { var net = Sequential(Linear(4, 1), [|Sigmoid()|]); return BCEWithLogitsLoss().call(net.call(x), y); } }", "Sigmoid() gives probabilities, but BCEWithLogitsLoss applies the sigmoid itself, so the gradients shrink; give it the logits"),
        // The end of forward of a class: a function, a module in a field, the last of a Sequential, a class in turn.
        ("REG6042", Loss("readonly Linear fc = Linear(4, 1);", "=> fc.call(x).sigmoid();", Marked), Message),
        ("REG6042", Loss("readonly Linear fc = Linear(4, 1); readonly Sigmoid act = Sigmoid();", "{ x = fc.call(x); x = act.call(x); return x; }", Marked), Message),
        ("REG6042", Loss("readonly Sequential head = Sequential(Linear(4, 1), Sigmoid());", "=> head.forward(x);", Marked), Message),
        ("REG6042", Loss("private Module<Tensor, Tensor> head;", "=> this.head.call(x).MoveToOuterDisposeScope();", Marked, "head = Sequential((\"fc\", Linear(4, 1)), (\"act\", Sigmoid()));"), Message),
        ("REG6042", Loss("Sequential Head { get; } = Sequential(new Module<Tensor, Tensor>[] { Linear(4, 1), Sequential(ReLU(), nn.Sigmoid()) }).to(CUDA);", "{ if (x.dim() == 1) return Head.call(x.unsqueeze(0)); var y = Head.call(x); return y; }", Marked), Message),
        ("REG6042", "class Head : Module<Tensor, Tensor> { readonly Linear fc = Linear(4, 1); public Head() : base(\"Head\") { RegisterComponents(); } public override Tensor forward(Tensor x) => functional.sigmoid(fc.call(x)); } " + Loss("readonly Head head = new();", "=> head.call(x);", Marked), Message),
        // A variable of the base type that is made in place.
        ("REG6042", "class Net : Module<Tensor, Tensor> { readonly Linear fc = Linear(4, 1); public Net() : base(\"Net\") { RegisterComponents(); } public override Tensor forward(Tensor x) => torch.sigmoid(fc.call(x)); } static class Program { static Tensor Loss(Tensor x, Tensor y) { Module<Tensor, Tensor> model = new Net(); return BCEWithLogitsLoss().call([|model.forward(x)|], y); } }", "model.forward(x) gives probabilities, but BCEWithLogitsLoss applies the sigmoid itself, so the gradients shrink; give it the logits"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG6042", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.binary_cross_entropy(torch.sigmoid(x), y); } }"),
        ("REG6042", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.binary_cross_entropy_with_logits(x, torch.sigmoid(y)); } }"),
        // The class ends in it only at times, before something else, or in a part that other code may change.
        ("REG6042", Loss("readonly Linear fc = Linear(4, 1);", "=> training ? fc.call(x) : fc.call(x).sigmoid();", Plain)),
        ("REG6042", Loss("readonly Linear fc = Linear(4, 1);", "{ if (training) return fc.call(x); return fc.call(x).sigmoid(); }", Plain)),
        ("REG6042", Loss("readonly Linear fc = Linear(4, 1); readonly Sigmoid gate = Sigmoid();", "=> x * gate.call(fc.call(x));", Plain)),
        ("REG6042", Loss("readonly Sequential head = Sequential(Linear(4, 1), Sigmoid(), Linear(1, 1));", "=> head.call(x);", Plain)),
        ("REG6042", Loss("readonly Sequential head = Sequential(Linear(4, 1), Sigmoid());", "=> head.call(x);", Plain, "head.append(Linear(1, 1));")),
        ("REG6042", Loss("private Sequential head = Sequential(Linear(4, 1), Sigmoid());", "=> head.call(x);", Plain, "head = Sequential(Linear(4, 1));")),
        ("REG6042", Loss("public Module<Tensor, Tensor> head = Sequential(Linear(4, 1), Sigmoid());", "=> head.call(x);", Plain)),
        ("REG6042", Loss("private Module<Tensor, Tensor> head = Sequential(Linear(4, 1), Sigmoid()); public void ForTraining() => head = Linear(4, 1);", "=> head.call(x);", Plain)),
        // A local of the same name; a loss that expects probabilities.
        ("REG6042", Loss("readonly Sequential head = Sequential(Linear(4, 1), Sigmoid()); readonly Linear fc = Linear(4, 1);", "{ Module<Tensor, Tensor> head = fc; return head.call(x); }", Plain)),
        ("REG6042", Loss("readonly Sequential head = Sequential(Linear(4, 1), Sigmoid());", "=> head.call(x);", "functional.binary_cross_entropy(model.call(x), y)")),
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
        // The class may stand in another file.
        ("REG6042", Loss("readonly Sequential head = Sequential(Linear(4, 1), Sigmoid());", "=> head.call(x);", Plain)),
    ];
}
