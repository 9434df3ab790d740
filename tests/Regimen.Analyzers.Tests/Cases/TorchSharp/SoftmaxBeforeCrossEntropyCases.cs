namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

public sealed class SoftmaxBeforeCrossEntropyCases : ModuleCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6005", Method("var output = functional.[|softmax|](model.call(x), 1); functional.cross_entropy(output, y).backward();"), "softmax gives probabilities, but cross_entropy applies the softmax itself, so the gradients shrink; give it the logits"),
        ("REG6005", Method("var loss = CrossEntropyLoss(); foreach (var (input, target) in batches) loss.call(model.call(input).[|softmax|](1), target).backward();"), "softmax gives probabilities, but CrossEntropyLoss applies the softmax itself, so the gradients shrink; give it the logits"),
        ("REG6005", "static class Program { static Tensor Loss(Tensor x, Tensor y) { var net = Sequential((\"fc\", Linear(4, 3)), (\"prob\", [|Softmax(1)|])); return CrossEntropyLoss().forward(net.forward(x), y); } }", "Softmax(1) gives probabilities, but CrossEntropyLoss applies the softmax itself, so the gradients shrink; give it the logits"),
        ("REG6005", "class Net : Module<Tensor, Tensor> { readonly Linear fc = Linear(4, 3); public Net() : base(\"Net\") { RegisterComponents(); } public override Tensor forward(Tensor x) => functional.softmax(fc.call(x), 1); } static class Program { static Tensor Loss(Net model, Tensor x, Tensor y) => functional.cross_entropy([|model.call(x)|], y); }", "model.call(x) gives probabilities, but cross_entropy applies the softmax itself, so the gradients shrink; give it the logits"),
        ("REG6005", Loss("readonly Sequential layers = Sequential([Flatten(), Linear(4, 3), Softmax(dim: 1)]);", "=> layers.call(x);", "functional.cross_entropy([|model.call(x)|], y)"), "model.call(x) gives probabilities, but cross_entropy applies the softmax itself, so the gradients shrink; give it the logits"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // What is given may be of a class that derives from this one.
        ("REG6005", "class Judge : Module<Tensor, Tensor> { protected readonly Linear fc = Linear(4, 4); public Judge() : base(\"Judge\") { RegisterComponents(); } public override Tensor forward(Tensor x) => functional.softmax(fc.call(x), 1); } class Trained : Judge { public override Tensor forward(Tensor x) => fc.call(x); } static class Program { static Tensor Loss(Judge model, Tensor x, Tensor y) => functional.cross_entropy(model.call(x), y); }"),
        // Probabilities as targets, and for people.
        ("REG6005", Method("var logits = model.call(x); var probabilities = functional.softmax(logits, 1); functional.cross_entropy(logits, functional.softmax(y, 1)).backward(); Console.WriteLine(probabilities.ToString());")),
        ("REG6005", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.nll_loss(functional.log_softmax(x, 1), y); } }"),
        // A softmax inside, such as that of attention.
        ("REG6005", "static class Program { static Tensor Loss(Tensor x, Tensor y) { var weights = functional.softmax(x, 1); var mixed = weights.matmul(x); return functional.cross_entropy(mixed, y); } }"),
        ("REG6005", "class Net : Module<Tensor, Tensor> { readonly Linear fc = Linear(4, 3); public Net() : base(\"Net\") { RegisterComponents(); } public override Tensor forward(Tensor x) => fc.call(x); } static class Program { static Tensor Loss(Net model, Tensor x, Tensor y) => functional.cross_entropy(model.call(x), y); }"),
        ("REG6005", "class Net : Module<Tensor, Tensor> { readonly Linear fc = Linear(4, 3); public Net() : base(\"Net\") { RegisterComponents(); } public override Tensor forward(Tensor x) => training ? fc.call(x) : functional.softmax(fc.call(x), 1); } static class Program { static Tensor Loss(Net model, Tensor x, Tensor y) => functional.cross_entropy(model.call(x), y); }"),
        // A head of its own for other uses.
        ("REG6005", Loss("readonly Linear fc = Linear(4, 3); readonly Softmax output = Softmax(1); public Tensor Predict(Tensor x) => output.call(forward(x));", "=> fc.call(x);", "functional.cross_entropy(model.call(x), y)")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6005", "class Trainer { readonly Module<Tensor, Tensor> net = Sequential(Linear(4, 3), Softmax(1)); Tensor Loss(Tensor x, Tensor y) { net.train(); return functional.cross_entropy(net.call(x), y); } void Save() => net.save(\"a\"); }", "class Trainer { readonly Module<Tensor, Tensor> net = Sequential(Linear(4, 3)); Tensor Loss(Tensor x, Tensor y) { net.train(); return functional.cross_entropy(net.call(x), y); } void Save() => net.save(\"a\"); }"),
        ("REG6005", "static class Program { static Tensor Loss(Tensor x, Tensor y) { var output = functional.softmax(x, 1); return functional.cross_entropy(output, y); } }", "static class Program { static Tensor Loss(Tensor x, Tensor y) { var output = x; return functional.cross_entropy(output, y); } }"),
        ("REG6005", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.cross_entropy(x.softmax(1), y); } }", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.cross_entropy(x, y); } }"),
        ("REG6005", "static class Program { static Tensor Loss(Tensor x, Tensor y) { var net = Sequential((\"fc\", Linear(4, 3)), (\"prob\", Softmax(1))); return functional.cross_entropy(net.call(x), y); } }", "static class Program { static Tensor Loss(Tensor x, Tensor y) { var net = Sequential((\"fc\", Linear(4, 3))); return functional.cross_entropy(net.call(x), y); } }"),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        // Predictions read it too; so may others.
        ("REG6005", "class Trainer { readonly Module<Tensor, Tensor> net = Sequential(Linear(4, 3), Softmax(1)); Tensor Loss(Tensor x, Tensor y) => functional.cross_entropy(net.call(x), y); public Tensor Predict(Tensor x) => net.call(x); }"),
        ("REG6005", "static class Program { public static Module<Tensor, Tensor> Make(Tensor x, Tensor y) { var net = Sequential(Linear(4, 3), Softmax(1)); functional.cross_entropy(net.call(x), y).backward(); return net; } }"),
        ("REG6005", "static class Program { static Tensor Loss(Tensor x, Tensor y) { var output = functional.softmax(x, 1); Console.WriteLine(output.ToString()); return functional.cross_entropy(output, y); } }"),
        ("REG6005", "class Net : Module<Tensor, Tensor> { readonly Linear fc = Linear(4, 3); public Net() : base(\"Net\") { RegisterComponents(); } public override Tensor forward(Tensor x) => functional.softmax(fc.call(x), 1); } static class Program { static Tensor Loss(Net model, Tensor x, Tensor y) => functional.cross_entropy(model.call(x), y); }"),
    ];
}
