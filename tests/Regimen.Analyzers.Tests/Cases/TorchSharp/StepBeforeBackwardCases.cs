using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>A step before the gradient of the pass exists.</summary>
public sealed class StepBeforeBackwardCases : TorchSharpCases
{
    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6010", Method("""foreach (var b in batches) { optimizer.zero_grad(); var loss = functional.mse_loss(model.call(b.X), b.Y); [|optimizer.step()|]; loss.backward(); }"""),
            "'optimizer.step()' comes before 'loss.backward()', so it does not see the gradient of this pass; call it behind 'loss.backward()'"),
        ("REG6010", Method("""foreach (var b in batches) { using var scope = NewDisposeScope(); [|optimizer.step()|]; optimizer.zero_grad(); var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); }"""),
            "'optimizer.step()' comes before 'loss.backward()', so it does not see the gradient of this pass; call it behind 'loss.backward()'"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // In order.
        ("REG6010", Method("""foreach (var b in batches) { optimizer.zero_grad(); var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); optimizer.step(); }""")),
        // Two losses: the first backward is before the step.
        ("REG6010", Method("""foreach (var b in batches) { optimizer.zero_grad(); model.call(b.X).sum().backward(); optimizer.step(); model.call(b.Y).sum().backward(); }""")),
        // The first gradient is made before the loop.
        ("REG6010", Method("""model.call(x).sum().backward(); while (true) { optimizer.step(); optimizer.zero_grad(); model.call(x).sum().backward(); }""")),
        // Only sometimes.
        ("REG6010", Method("""var i = 0; foreach (var b in batches) { if (i++ > 0) optimizer.step(); optimizer.zero_grad(); model.call(b.X).sum().backward(); }""")),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6010", Method("""
            foreach (var b in batches)
            {
                optimizer.zero_grad();
                var loss = functional.mse_loss(model.call(b.X), b.Y);
                optimizer.step();
                loss.backward();
            }
            """),
            Method("""
            foreach (var b in batches)
            {
                optimizer.zero_grad();
                var loss = functional.mse_loss(model.call(b.X), b.Y);
                loss.backward();
                optimizer.step();
            }
            """)),
    ];
}
