using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>A schedule that moves on before its rate was used.</summary>
public sealed class SchedulerBeforeOptimizerCases : TorchSharpCases
{
    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6011", Method("""var scheduler = optim.lr_scheduler.ExponentialLR(optimizer); foreach (var b in batches) { optimizer.zero_grad(); var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); [|scheduler.step()|]; optimizer.step(); }"""),
            "'scheduler.step()' moves to the next learning rate before 'optimizer.step()' used this one; call it behind 'optimizer.step()'"),
        ("REG6011", """
            static class Program { static void Run(Module<Tensor, Tensor> model, optim.Optimizer sgd, optim.lr_scheduler.LRScheduler rate, Tensor x) { for (var i = 0; i < 9; i++) { [|rate.step()|]; sgd.zero_grad(); model.call(x).sum().backward(); sgd.step(); } } }
            """,
            "'rate.step()' moves to the next learning rate before 'sgd.step()' used this one; call it behind 'sgd.step()'"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // In order.
        ("REG6011", Method("""var scheduler = optim.lr_scheduler.ExponentialLR(optimizer); foreach (var b in batches) { optimizer.zero_grad(); var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); optimizer.step(); scheduler.step(); }""")),
        // Another optimiser's schedule.
        ("REG6011", Method("""var sgd = optim.SGD(model.parameters(), 0.1); var scheduler = optim.lr_scheduler.ExponentialLR(sgd); foreach (var b in batches) { optimizer.zero_grad(); var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); scheduler.step(); optimizer.step(); }""")),
        // Only sometimes.
        ("REG6011", Method("""var i = 0; var scheduler = optim.lr_scheduler.ExponentialLR(optimizer); foreach (var b in batches) { if (i++ > 0) scheduler.step(); optimizer.zero_grad(); var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); optimizer.step(); }""")),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6011", Method("""
            var scheduler = optim.lr_scheduler.ExponentialLR(optimizer);
            foreach (var b in batches)
            {
                optimizer.zero_grad();
                model.call(b.X).sum().backward();
                scheduler.step();
                optimizer.step();
            }
            """),
            Method("""
            var scheduler = optim.lr_scheduler.ExponentialLR(optimizer);
            foreach (var b in batches)
            {
                optimizer.zero_grad();
                model.call(b.X).sum().backward();
                optimizer.step();
                scheduler.step();
            }
            """)),
    ];
}
