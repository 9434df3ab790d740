using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>Gradients that nothing sets to zero.</summary>
public sealed class MissingZeroGradCases : TorchSharpCases
{
    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6009", Method("""foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); [|optimizer.step()|]; }"""),
            "'optimizer.step()' follows the sum of the gradients of all passes so far: nothing sets them to zero; call 'optimizer.zero_grad()' before 'loss.backward()'"),
        ("REG6009", Method("""optimizer.zero_grad(); for (var i = 0; i < 10; i++) { using (NewDisposeScope()) { functional.mse_loss(model.call(x), y).backward(); [|optimizer.step()|]; } }"""),
            "'optimizer.step()' follows the sum of the gradients of all passes so far: nothing sets them to zero; call 'optimizer.zero_grad()' before 'functional.mse_loss(model.call(x), y).backward()'"),
        ("REG6009", """
            class Trainer(Module<Tensor, Tensor> model)
            {
                readonly optim.Optimizer adam = optim.Adam(model.parameters());
                void Run(Tensor x) { while (true) { var loss = Loss(x); loss.backward(); [|adam.step()|]; } }
                Tensor Loss(Tensor x) => model.call(x).sum();
            }
            """,
            "'adam.step()' follows the sum of the gradients of all passes so far: nothing sets them to zero; call 'adam.zero_grad()' before 'loss.backward()'"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // Behind the step is as good as before the backward.
        ("REG6009", Method("""foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); optimizer.step(); optimizer.zero_grad(); }""")),
        // The module's own reset.
        ("REG6009", Method("""foreach (var b in batches) { model.zero_grad(); var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); optimizer.step(); }""")),
        // Accumulation over some batches.
        ("REG6009", Method("""var i = 0; foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); if (++i % 4 == 0) { optimizer.step(); optimizer.zero_grad(); } }""")),
        // A method that gets the optimiser does it.
        ("REG6009", """
            static class Program
            {
                static void Run(Module<Tensor, Tensor> model, optim.Optimizer optimizer, Tensor x) { while (true) { Reset(optimizer); model.call(x).sum().backward(); optimizer.step(); } }
                static void Reset(optim.Optimizer optimizer) => optimizer.zero_grad();
            }
            """),
        // So may a method of the same type, even through another one.
        ("REG6009", """
            class Trainer(Module<Tensor, Tensor> model, optim.Optimizer optimizer)
            {
                readonly optim.Optimizer optimizer = optimizer;
                void Run(Tensor x) { while (true) { Begin(); model.call(x).sum().backward(); optimizer.step(); } }
                void Begin() => Reset();
                void Reset() => optimizer.zero_grad();
            }
            """),
        // A closure does everything itself.
        ("REG6009", Method("""for (var i = 0; i < 10; i++) { optimizer.step(() => { optimizer.zero_grad(); var loss = model.call(x).sum(); loss.backward(); return loss; }); }""")),
        // Gradients by hand.
        ("REG6009", Method("""for (var i = 0; i < 10; i++) { foreach (var p in model.parameters()) p.grad?.zero_(); model.call(x).sum().backward(); optimizer.step(); }""")),
        // The step stands outside of the loop of backwards.
        ("REG6009", Method("""foreach (var b in batches) { model.call(b.X).sum().backward(); } optimizer.step();""")),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6009", Method("""
            foreach (var b in batches)
            {
                var loss = functional.mse_loss(model.call(b.X), b.Y);
                loss.backward();
                optimizer.step();
            }
            """),
            Method("""
            foreach (var b in batches)
            {
                var loss = functional.mse_loss(model.call(b.X), b.Y);
                optimizer.zero_grad();
                loss.backward();
                optimizer.step();
            }
            """)),
        ("REG6009", Method("""
            for (var i = 0; i < 10; i++)
            {
                using (var scope = NewDisposeScope())
                {

                    // Back through the network.
                    model.call(x).sum().backward();
                    optimizer.step();
                }
            }
            """),
            Method("""
            for (var i = 0; i < 10; i++)
            {
                using (var scope = NewDisposeScope())
                {

                    optimizer.zero_grad();
                    // Back through the network.
                    model.call(x).sum().backward();
                    optimizer.step();
                }
            }
            """)),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        // Where the backward is conditional, the place is not certain.
        ("REG6009", Method("""foreach (var b in batches) { if (b.X.shape[0] > 1) { model.call(b.X).sum().backward(); } optimizer.step(); }""")),
    ];
}
