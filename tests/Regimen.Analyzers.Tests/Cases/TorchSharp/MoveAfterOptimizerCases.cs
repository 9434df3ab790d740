namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

public sealed class MoveAfterOptimizerCases : ModuleCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6019", Method("var sgd = optim.SGD(model.parameters(), 0.1); [|model.to(CUDA)|]; sgd.step();"), "Moving 'model' replaces the parameters that 'sgd' holds; move it before the optimiser is made"),
        ("REG6019", Method("using var sgd = optim.SGD(model.parameters(), 0.1); model = [|model.cuda()|]; foreach (var (input, target) in batches) sgd.step();"), "Moving 'model' replaces the parameters that 'sgd' holds; move it before the optimiser is made"),
        // Another module was moved in the same way before.
        ("REG6019", "static class Program { static void First() { var f = Sequential(Linear(4, 4), ReLU()); f.to(CUDA); } static void Second() { var f = Linear(4, 4); var adam = optim.AdamW(f.parameters()); [|f.to(CUDA)|]; adam.step(); } }",
            "Moving 'f' replaces the parameters that 'adam' holds; move it before the optimiser is made"),
        ("REG6019", Method("var a = Linear(4, 4); a.to(CUDA); var b = Linear(4, 4); var adam = optim.AdamW(b.named_parameters()); [|b.to(CUDA)|]; adam.step();"),
            "Moving 'b' replaces the parameters that 'adam' holds; move it before the optimiser is made"),
        // In groups, as the fix of REG6001 writes them; filtered, joined with others; in a list.
        ("REG6019", Method("var adam = optim.AdamW(new[] { new AdamW.ParamGroup { Parameters = model.parameters().Where(p => p.dim() > 1) }, new AdamW.ParamGroup { Parameters = model.parameters().Where(p => p.dim() <= 1), Options = new AdamW.Options { weight_decay = 0 } } }, weight_decay: 0.05); [|model.to(CUDA)|]; adam.step();"),
            "Moving 'model' replaces the parameters that 'adam' holds; move it before the optimiser is made"),
        ("REG6019", Method("var head = Linear(4, 2); var sgd = optim.SGD(model.parameters().Concat(head.parameters()), 0.1); [|model.to(CUDA)|]; [|head.to(CUDA)|]; sgd.step();"),
            "Moving 'model' replaces the parameters that 'sgd' holds; move it before the optimiser is made"),
        ("REG6019", Method("var head = Linear(4, 2); var adam = optim.AdamW([.. model.parameters(), .. head.named_parameters().Where(p => p.name != \"bias\").Select(p => p.parameter)]); [|head.cuda()|]; adam.step();"),
            "Moving 'head' replaces the parameters that 'adam' holds; move it before the optimiser is made"),
        ("REG6019", Method("var list = model.parameters().ToList(); Console.WriteLine(list.Count); var adam = optim.AdamW(list); [|model.to(CUDA)|]; adam.step();"),
            "Moving 'model' replaces the parameters that 'adam' holds; move it before 'list' is made"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // The CPU, by a variable or by its name; the type that the weights have.
        ("REG6019", Method("var device = CPU; var sgd = optim.SGD(model.parameters(), 0.1); model.to(device); sgd.step();")),
        ("REG6019", Method("var sgd = optim.SGD(model.parameters(), 0.1); model.to(torch.device(\"cpu\")); sgd.step();")),
        // Made by a local function that runs behind the move.
        ("REG6019", Method("optim.Optimizer sgd = null; void Reset() { sgd = optim.SGD(model.parameters(), 0.1); } model.to(CUDA); Reset(); sgd.step();")),
        // Another optimiser is made of the moved parameters; the same move was made before.
        ("REG6019", Method("var sgd = optim.SGD(model.parameters(), 0.1); sgd.step(); model.to(CUDA); sgd = optim.SGD(model.parameters(), 0.1); sgd.step();")),
        ("REG6019", Method("model.to(CUDA); var sgd = optim.SGD(model.parameters(), 0.1); model.to(CUDA); sgd.step();")),
        ("REG6019", Method("model.to(CUDA); var sgd = optim.SGD(model.parameters(), 0.1); sgd.step();")),
        // To save it, when the training is over; and back to where it came from.
        ("REG6019", Method("var sgd = optim.SGD(model.parameters(), 0.1); sgd.step(); model.to(CPU); model.save(\"a\"); model.to(CUDA);")),
        ("REG6019", Method("var sgd = optim.SGD(model.parameters(), 0.1); x = x.to(CUDA); sgd.step();")),
        // It may be there already: moved by the caller or by its constructor, made there, or moved with what it is a part of.
        ("REG6019", "static class Program { static void Main() { var net = Linear(4, 4); net.to(CUDA); Train(net); } static void Train(Module<Tensor, Tensor> model) { var sgd = optim.SGD(model.parameters(), 0.1); model.to(CUDA); sgd.step(); } }"),
        ("REG6019", "class Net : Module<Tensor, Tensor> { readonly Linear fc = Linear(4, 3); public Net() : base(\"Net\") { RegisterComponents(); this.to(CUDA); } public override Tensor forward(Tensor x) => fc.call(x); } static class Program { static void Train() { var net = new Net(); var sgd = optim.SGD(net.parameters(), 0.1); net.to(CUDA); sgd.step(); } }"),
        ("REG6019", Method("var net = Linear(4, 4).to(CUDA); var sgd = optim.SGD(net.parameters(), 0.1); net.to(CUDA); sgd.step();")),
        ("REG6019", Method("var net = Linear(4, 4); net.to(CUDA); var same = net; var sgd = optim.SGD(same.parameters(), 0.1); same.to(CUDA); sgd.step();")),
        ("REG6019", Method("var net = Linear(4, 4, device: CUDA); var sgd = optim.SGD(net.parameters(), 0.1); net.to(CUDA); sgd.step();")),
        ("REG6019", Method("var head = Linear(4, 4); var net = Sequential(model, head); net.to(CUDA); var sgd = optim.SGD(head.parameters(), 0.1); head.to(CUDA); sgd.step();")),
        ("REG6019", "class Trainer { readonly Linear net = Linear(4, 4); public void Prepare() => net.to(CUDA); public void Train() { var sgd = optim.SGD(net.parameters(), 0.1); net.to(CUDA); sgd.step(); } }"),
        // Not what the optimiser holds: copies, another module's, what a list no longer has.
        ("REG6019", Method("var sgd = optim.SGD(model.parameters().Select(p => new Parameter(p.clone())), 0.1); model.to(CUDA); sgd.step();")),
        ("REG6019", Method("var frozen = Linear(4, 4); var sgd = optim.SGD(model.parameters().Except(frozen.parameters()), 0.1); frozen.to(CUDA); sgd.step();")),
        ("REG6019", Method("var list = model.parameters().ToList(); list.Clear(); list.AddRange(Linear(4, 4).parameters()); var sgd = optim.SGD(list, 0.1); model.to(CUDA); sgd.step();")),
        ("REG6019", Method("var list = model.parameters().ToList(); list = Linear(4, 4).parameters().ToList(); var sgd = optim.SGD(list, 0.1); model.to(CUDA); sgd.step();")),
        ("REG6019", Method("var sgd = optim.SGD(model.parameters(), 0.1); var other = Linear(4, 2); other.to(CUDA); sgd.step();")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6019", Method("""
            var sgd = optim.SGD(model.parameters(), 0.1);
                    model.to(CUDA);
                    sgd.step();
            """), Method("""
            model.to(CUDA);
                    var sgd = optim.SGD(model.parameters(), 0.1);
                    sgd.step();
            """)),
        // Before the list, which holds the parameters from there on.
        ("REG6019", Method("""
            var list = model.parameters().ToList();
                    var adam = optim.AdamW(list);
                    model.to(CUDA);
                    adam.step();
            """), Method("""
            model.to(CUDA);
                    var list = model.parameters().ToList();
                    var adam = optim.AdamW(list);
                    adam.step();
            """)),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        ("REG6019", Method("var sgd = optim.SGD(model.parameters(), 0.1); var device = CUDA; model.to(device); sgd.step();")),
        // What the move reads is set, or declared by a deconstruction, after the optimiser was made.
        ("REG6019", Method("var device = CPU; var sgd = optim.SGD(model.parameters(), 0.1); device = CUDA; model.to(device); sgd.step();")),
        ("REG6019", Method("var sgd = optim.SGD(model.parameters(), 0.1); var (a, device) = (1, CUDA); model.to(device); sgd.step();")),
        ("REG6019", "static class Program { static Device Pick(out Device device) => device = CUDA; static void Run(Module<Tensor, Tensor> model) { Device device; var sgd = optim.SGD(model.parameters(), 0.1); Pick(out device); model.to(device); sgd.step(); } }"),
        // The list is made where the move can't go.
        ("REG6019", Method("var list = model.parameters().ToList(); { var adam = optim.AdamW(list); model.to(CUDA); adam.step(); }")),
    ];
}
