using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>Tensors of a training loop that wait for the garbage collector.</summary>
public sealed class UnscopedTensorsCases : TorchSharpCases
{
    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6008", Method("""[|foreach|] (var b in batches) { optimizer.zero_grad(); var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); optimizer.step(); }"""),
            "The tensors of this loop, such as 'functional.mse_loss(model.call(b.X), b.…', wait for the garbage collector; begin its body with 'using var scope = torch.NewDisposeScope();'"),
        ("REG6008", Method("""using var scope = NewDisposeScope(); [|for|] (var i = 0; i < 10; i++) { optimizer.zero_grad(); model.call(x).sum().backward(); optimizer.step(); }"""),
            "The tensors of this loop, such as 'model.call(x)', wait for the garbage collector; begin its body with 'using var scope = torch.NewDisposeScope();'"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // A scope.
        ("REG6008", Method("""foreach (var b in batches) { using var scope = NewDisposeScope(); optimizer.zero_grad(); var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); optimizer.step(); }""")),
        // A scope around the loop that is emptied on every pass.
        ("REG6008", Method("""using (var scope = NewDisposeScope()) { foreach (var b in batches) { optimizer.zero_grad(); var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); optimizer.step(); scope.DisposeEverything(); } }""")),
        // Every tensor disposed by its own.
        ("REG6008", Method("""foreach (var b in batches) { optimizer.zero_grad(); using var output = model.call(b.X); using var loss = functional.mse_loss(output, b.Y); loss.backward(); optimizer.step(); }""")),
        // Disposed by hand.
        ("REG6008", Method("""foreach (var b in batches) { optimizer.zero_grad(); var output = model.call(b.X); var loss = functional.mse_loss(output, b.Y); loss.backward(); optimizer.step(); output.Dispose(); loss.Dispose(); }""")),
        // An attack: the gradient is that of the data.
        ("REG6008", Method("""foreach (var b in batches) { var loss = model.call(b.X).sum(); loss.backward(); Console.WriteLine(b.X.grad!.abs().max().item<float>()); }""")),
        // The collector is called on every pass.
        ("REG6008", Method("""foreach (var b in batches) { optimizer.zero_grad(); var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); optimizer.step(); GC.Collect(); }""")),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6008", Method("""
            foreach (var b in batches)
            {
                optimizer.zero_grad();
                model.call(b.X).sum().backward();
                optimizer.step();
            }
            """),
            Method("""
            foreach (var b in batches)
            {
                using var scope = NewDisposeScope();
                optimizer.zero_grad();
                model.call(b.X).sum().backward();
                optimizer.step();
            }
            """)),
        ("REG6008", Method("""
            var scope = 0;
            for (var epoch = 0; epoch < 9; epoch++)
            {
                foreach (var b in batches)
                    model.call(b.X).sum().backward();
                optimizer.step();
            }
            """),
            Method("""
            var scope = 0;
            for (var epoch = 0; epoch < 9; epoch++)
            {
                foreach (var b in batches)
                {
                    using var scope2 = NewDisposeScope();
                    model.call(b.X).sum().backward();
                }
                optimizer.step();
            }
            """)),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        // A scope would dispose what leaves the loop.
        ("REG6008", Method("""Tensor? last = null; foreach (var b in batches) { var loss = model.call(b.X).sum(); loss.backward(); optimizer.step(); last = loss; }""")),
        // So it would here.
        ("REG6008", Method("""var all = new List<Tensor>(); foreach (var b in batches) { var loss = model.call(b.X).sum(); loss.backward(); optimizer.step(); all.Add(loss); }""")),
        // An object keeps it, made in the loop.
        ("REG6008", "sealed record Transition(Tensor State, Tensor Action);\n" + Method("""var buffer = new List<Transition>(); foreach (var b in batches) { var action = model.call(b.X); action.sum().backward(); optimizer.step(); buffer.Add(new Transition(b.X, action)); }""")),
        // A class of the project keeps it.
        ("REG6008", "sealed class Replay { readonly Queue<Tensor> states = new(); public void Push(Tensor state) => states.Enqueue(state); }\n" + Method("""var replay = new Replay(); foreach (var b in batches) { var state = model.call(b.X); state.sum().backward(); optimizer.step(); replay.Push(state); }""")),
        // Among other arguments, and in a lambda that runs later.
        ("REG6008", "sealed class Log { readonly List<object> all = new(); public void Note(params object[] values) => all.AddRange(values); }\n" + Method("""var log = new Log(); foreach (var b in batches) { var loss = model.call(b.X).sum(); loss.backward(); optimizer.step(); log.Note(1, loss); }""")),
        ("REG6008", Method("""var later = new List<Action>(); foreach (var b in batches) { var loss = model.call(b.X).sum(); loss.backward(); optimizer.step(); later.Add(() => Console.WriteLine(loss.item<float>())); }""")),
    ];
}
