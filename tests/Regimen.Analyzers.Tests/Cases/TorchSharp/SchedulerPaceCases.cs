using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>A schedule stepped per epoch that counts batches, or the other way round.</summary>
public sealed class SchedulerPaceCases : TorchSharpCases
{
    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6012", Method("""var epochs = 20; var scheduler = optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs); for (var e = 0; e < epochs; e++) { foreach (var b in batches) { optimizer.zero_grad(); model.call(b.X).sum().backward(); optimizer.step(); [|scheduler.step()|]; } }"""),
            "'scheduler.step()' is called once per batch, but CosineAnnealingLR counts epochs; call it once per epoch"),
        ("REG6012", Method("""var rate = optim.lr_scheduler.OneCycleLR(optimizer, 0.1, epochs: 20, steps_per_epoch: 100); for (var e = 0; e < 20; e++) { foreach (var b in batches) { optimizer.zero_grad(); model.call(b.X).sum().backward(); optimizer.step(); } [|rate.step()|]; }"""),
            "'rate.step()' is called once per epoch, but OneCycleLR counts batches; call it once per batch"),
        ("REG6012", Method("""var steps = 20 * batches.Count(); var rate = optim.lr_scheduler.OneCycleLR(optimizer, 0.1, total_steps: steps); for (var e = 0; e < 20; e++) { foreach (var b in batches) { optimizer.zero_grad(); model.call(b.X).sum().backward(); optimizer.step(); } [|rate.step()|]; }"""),
            "'rate.step()' is called once per epoch, but OneCycleLR counts batches; call it once per batch"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // Per epoch.
        ("REG6012", Method("""var scheduler = optim.lr_scheduler.CosineAnnealingLR(optimizer, 20); for (var e = 0; e < 20; e++) { foreach (var b in batches) { optimizer.zero_grad(); model.call(b.X).sum().backward(); optimizer.step(); } scheduler.step(); }""")),
        // Per batch, and so many.
        ("REG6012", Method("""var scheduler = optim.lr_scheduler.CosineAnnealingLR(optimizer, 20 * batches.Count()); for (var e = 0; e < 20; e++) { foreach (var b in batches) { optimizer.zero_grad(); model.call(b.X).sum().backward(); optimizer.step(); scheduler.step(); } }""")),
        // One cycle over the epochs.
        ("REG6012", Method("""var scheduler = optim.lr_scheduler.OneCycleLR(optimizer, 0.1, total_steps: 20); for (var e = 0; e < 20; e++) { foreach (var b in batches) { optimizer.zero_grad(); model.call(b.X).sum().backward(); optimizer.step(); } scheduler.step(); }""")),
        // One cycle over the batches.
        ("REG6012", Method("""var scheduler = optim.lr_scheduler.OneCycleLR(optimizer, 0.1, epochs: 20, steps_per_epoch: 100); for (var e = 0; e < 20; e++) { foreach (var b in batches) { optimizer.zero_grad(); model.call(b.X).sum().backward(); optimizer.step(); scheduler.step(); } }""")),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6012", Method("""
            var scheduler = optim.lr_scheduler.CosineAnnealingLR(optimizer, 20);
            for (var epoch = 0; epoch < 20; epoch++)
            {
                foreach (var b in batches)
                {
                    optimizer.zero_grad();
                    model.call(b.X).sum().backward();
                    optimizer.step();
                    scheduler.step();
                }
            }
            """),
            Method("""
            var scheduler = optim.lr_scheduler.CosineAnnealingLR(optimizer, 20);
            for (var epoch = 0; epoch < 20; epoch++)
            {
                foreach (var b in batches)
                {
                    optimizer.zero_grad();
                    model.call(b.X).sum().backward();
                    optimizer.step();
                }
                scheduler.step();
            }
            """)),
        ("REG6012", Method("""
            var scheduler = optim.lr_scheduler.OneCycleLR(optimizer, 0.1, epochs: 20, steps_per_epoch: 100);
            for (var epoch = 0; epoch < 20; epoch++)
            {
                foreach (var b in batches)
                {
                    optimizer.zero_grad();
                    model.call(b.X).sum().backward();
                    optimizer.step();
                }
                scheduler.step();
            }
            """),
            Method("""
            var scheduler = optim.lr_scheduler.OneCycleLR(optimizer, 0.1, epochs: 20, steps_per_epoch: 100);
            for (var epoch = 0; epoch < 20; epoch++)
            {
                foreach (var b in batches)
                {
                    optimizer.zero_grad();
                    model.call(b.X).sum().backward();
                    optimizer.step();
                    scheduler.step();
                }
            }
            """)),
    ];
}
