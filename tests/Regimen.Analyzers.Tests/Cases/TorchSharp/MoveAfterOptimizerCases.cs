namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

public sealed class MoveAfterOptimizerCases : ModuleCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6019", Method("var sgd = optim.SGD(model.parameters(), 0.1); [|model.to(CUDA)|]; sgd.step();"), "Moving 'model' replaces the parameters that 'sgd' holds; move it before the optimiser is made"),
        ("REG6019", Method("using var sgd = optim.SGD(model.parameters(), 0.1); model = [|model.cuda()|]; foreach (var (input, target) in batches) sgd.step();"), "Moving 'model' replaces the parameters that 'sgd' holds; move it before the optimiser is made"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // Another optimiser is made of the moved parameters; the same move was made before.
        ("REG6019", Method("var sgd = optim.SGD(model.parameters(), 0.1); sgd.step(); model.to(CUDA); sgd = optim.SGD(model.parameters(), 0.1); sgd.step();")),
        ("REG6019", Method("model.to(CUDA); var sgd = optim.SGD(model.parameters(), 0.1); model.to(CUDA); sgd.step();")),
        ("REG6019", Method("model.to(CUDA); var sgd = optim.SGD(model.parameters(), 0.1); sgd.step();")),
        // To save it, when the training is over; and back to where it came from.
        ("REG6019", Method("var sgd = optim.SGD(model.parameters(), 0.1); sgd.step(); model.to(CPU); model.save(\"a\"); model.to(CUDA);")),
        ("REG6019", Method("var sgd = optim.SGD(model.parameters(), 0.1); x = x.to(CUDA); sgd.step();")),
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
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        ("REG6019", Method("var sgd = optim.SGD(model.parameters(), 0.1); var device = CUDA; model.to(device); sgd.step();")),
        // What the move reads is set, or declared by a deconstruction, after the optimiser was made.
        ("REG6019", Method("var device = CPU; var sgd = optim.SGD(model.parameters(), 0.1); device = CUDA; model.to(device); sgd.step();")),
        ("REG6019", Method("var sgd = optim.SGD(model.parameters(), 0.1); var (a, device) = (1, CUDA); model.to(device); sgd.step();")),
        ("REG6019", "static class Program { static Device Pick(out Device device) => device = CUDA; static void Run(Module<Tensor, Tensor> model) { Device device; var sgd = optim.SGD(model.parameters(), 0.1); Pick(out device); model.to(device); sgd.step(); } }"),
    ];
}
